using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>A host's routes: its own addresses, then those that were added, by their longest match, then those of the plan.</summary>
/// <param name="ip">Whose they are.</param>
internal sealed class RouteTable(IpLayer ip)
{
    private readonly PrefixTable<NextHop> _added = new();
    private readonly RouteMemory _memory = new();
    private RoutePlan? _plan;
    private AddressSet? _broadcasts;

    /// <summary>How often anything changed: what was found at another version may no longer be so.</summary>
    public int Version { get; private set; }

    /// <summary>What leads to the networks that the host is not part of.</summary>
    public RoutePlan? Plan
    {
        get => _plan;
        set
        {
            _plan = value;
            Forget();
        }
    }

    /// <summary>Adds a route. A later one to the same block replaces an earlier one.</summary>
    public void Add(Prefix prefix, NextHop hop)
    {
        _added[prefix] = hop;
        Forget();
    }

    /// <summary>Notes that the host's addresses changed.</summary>
    public void Forget()
    {
        Version++;
        _memory.Clear();
        _broadcasts = null;
    }

    /// <summary>The way out to a destination; null if there is none, or the host itself has the address.</summary>
    public NextHop? Find(Address destination) => FindWay(destination) is { } way && way != NextHop.Here ? way : null;

    /// <summary>The way to a destination: <see cref="NextHop.Here"/> for the host's own addresses, null if there is none.</summary>
    public NextHop? FindWay(Address destination) => _memory.Find(destination) ?? LookFor(destination, out _);

    /// <summary>The same, and whether the destination is known to be one host: no group, and no broadcast address of any interface.</summary>
    public NextHop? FindWay(Address destination, out bool isOneHost)
    {
        isOneHost = true;
        return _memory.Find(destination) ?? LookFor(destination, out isOneHost);
    }

    private NextHop? LookFor(Address destination, out bool isOneHost)
    {
        NextHop? found = ip.HasAddress(destination) ? NextHop.Here
            : _added.TryFind(destination, out NextHop? added) && !added.Interface.IsWithdrawn ? added
            : _plan?.Find(destination);
        isOneHost = found is not null && IsOneHost(destination);
        if (isOneHost)
        {
            _memory.Add(destination, found!);
        }

        return found;
    }

    private bool IsOneHost(Address destination) => !destination.IsMulticast && destination != Address.IPv4Broadcast
        && !(_broadcasts ??= ip.FindBroadcasts()).Contains(destination);
}
