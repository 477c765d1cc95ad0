using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>A host's routes: first those that were added, by their longest match, then those of the plan.</summary>
internal sealed class RouteTable
{
    private readonly PrefixTable<NextHop> _added = new();
    private RoutePlan? _plan;

    // A host talks mostly to one peer at a time, and the answer to it is remembered.
    private Address _lastDestination;
    private NextHop? _lastHop;

    /// <summary>What leads to the networks that the host is not part of.</summary>
    public RoutePlan? Plan
    {
        get => _plan;
        set
        {
            _plan = value;
            _lastHop = null;
        }
    }

    /// <summary>Adds a route. A later one to the same block replaces an earlier one.</summary>
    public void Add(Prefix prefix, NextHop hop)
    {
        _added[prefix] = hop;
        _lastHop = null;
    }

    public NextHop? Find(Address destination)
    {
        if (_lastHop is not null && _lastDestination == destination)
        {
            return _lastHop;
        }

        NextHop? found = _added.TryFind(destination, out NextHop? added) ? added : _plan?.Find(destination);
        if (found is not null)
        {
            _lastDestination = destination;
            _lastHop = found;
        }

        return found;
    }
}
