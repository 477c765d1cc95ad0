using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>The routes of a device with several ways. They are searched for when they are first needed.</summary>
internal sealed class TransitPlan(NetworkMap map, Place place) : RoutePlan
{
    private readonly Dictionary<FirstStep, NextHop> _single = [];
    private NextHop?[]? _hops;
    private ulong? _salt;

    public override NextHop? Find(Address destination)
    {
        _hops ??= Search();
        return map.Find(destination) is { } target ? _hops[target.Index] : null;
    }

    private NextHop?[] Search()
    {
        var paths = new ShortestPaths(map, place);
        var hops = new NextHop?[map.Count];
        var known = new Dictionary<FirstStep[], NextHop>();
        for (int i = 0; i < hops.Length; i++)
        {
            if (paths.To(i) is not { } steps)
            {
                continue;
            }

            if (!known.TryGetValue(steps, out NextHop? hop))
            {
                known.Add(steps, hop = HopOf(steps));
            }

            hops[i] = hop;
        }

        return hops;
    }

    private NextHop HopOf(FirstStep[] steps)
    {
        // A host knows one way to each destination.
        if (steps.Length == 1 || place.Device is not Router { UsesEqualCostPaths: true } router)
        {
            return HopOf(steps[0]);
        }

        _salt ??= router.Network.Simulator.CreateRandomStream($"router/{router.Name}/equal-cost-paths").NextUInt64();
        return new NextHop(steps[0].Out!.Interface, GatewaysOf(steps[0])) { EqualWays = [.. steps.Select(HopOf)], Salt = _salt.Value };
    }

    private NextHop HopOf(FirstStep step)
    {
        if (!_single.TryGetValue(step, out NextHop? hop))
        {
            hop = step.Gateway is null ? step.Out!.Interface.Direct : new NextHop(step.Out!.Interface, GatewaysOf(step));
            _single.Add(step, hop);
        }

        return hop;
    }

    private static Gateways? GatewaysOf(FirstStep step) =>
        step.Gateway is { Addresses: var gateway } ? new Gateways(gateway.IPv4, gateway.IPv6) : null;
}
