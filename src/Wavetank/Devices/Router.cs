namespace Wavetank.Devices;

/// <summary>A device that passes packets on by the shortest path (RFC 1812), and answers with ICMP errors where it cannot.</summary>
public sealed class Router : IpDevice
{
    private bool _usesEqualCostPaths = true;

    internal Router(Network network, string name, int index)
        : base(network, name, index, isForwarding: true)
    {
    }

    /// <summary>
    /// Whether it tells senders what became of their packets, by ICMP and ICMPv6 errors. Default true. Where it is false, as behind
    /// many firewalls, path MTU discovery fails (RFC 2923 §2.1) and traceroute shows a gap.
    /// </summary>
    public bool SendsIcmpErrors
    {
        get => Stack.Icmp.SendsErrors;
        set => Stack.Icmp.SendsErrors = value;
    }

    /// <summary>
    /// Whether packets to a destination are spread over all shortest paths to it, each flow on one, by a hash of its addresses, protocol
    /// and ports (RFC 2992). Default true. Where it is false, all take the path over the link that was made first. Takes effect with the
    /// next run. Which flow takes which path follows from the network's seed and the router's name.
    /// </summary>
    public bool UsesEqualCostPaths
    {
        get => _usesEqualCostPaths;
        set
        {
            _usesEqualCostPaths = value;
            Network.RoutesChanged();
        }
    }

    /// <summary>
    /// How long after a link was cut or restored this router has its new routes; null, the default, means as the network
    /// (<see cref="Network.ConvergenceDelay"/>). While routers disagree, packets between them may go in a circle.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan? ConvergenceDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero);
            field = value;
            Network.RoutesChanged();
        }
    }
}
