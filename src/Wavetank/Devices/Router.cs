namespace Wavetank.Devices;

/// <summary>A device that passes packets on by the shortest path (RFC 1812), and answers with ICMP errors where it cannot.</summary>
public sealed class Router : IpDevice
{
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
}
