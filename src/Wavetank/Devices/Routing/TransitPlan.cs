using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>The routes of a device with several ways. They are searched for when they are first needed.</summary>
internal sealed class TransitPlan(NetworkMap map, Place place) : RoutePlan
{
    private NextHop?[]? _hops;

    public override NextHop? Find(Address destination)
    {
        _hops ??= Search();
        return map.Find(destination) is { } target ? _hops[target.Index] : null;
    }

    private NextHop?[] Search()
    {
        var paths = new ShortestPaths(map, place);
        var hops = new NextHop?[map.Count];
        var known = new Dictionary<FirstStep, NextHop>();
        for (int i = 0; i < hops.Length; i++)
        {
            if (paths.To(i) is not { } step)
            {
                continue;
            }

            if (!known.TryGetValue(step, out NextHop? hop))
            {
                known.Add(step, hop = HopOf(step));
            }

            hops[i] = hop;
        }

        return hops;
    }

    private static NextHop HopOf(FirstStep step) => step.Gateway is { Addresses: var gateway }
        ? new NextHop(step.Out!.Interface, new Gateways(gateway.IPv4, gateway.IPv6))
        : step.Out!.Interface.Direct;
}
