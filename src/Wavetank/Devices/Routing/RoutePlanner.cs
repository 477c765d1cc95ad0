using Wavetank.Links;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>
/// Gives devices their routes: the shortest path by the cost of the links; of equal paths all, for a router, and for others the one over
/// the link that was made first. Hosts are ends, never on the way.
/// </summary>
/// <remarks>
/// A device with one way out needs no more than that way. The others share one map of the network, in which the hosts that hang on a
/// router count as the router, and each searches it when it first has a packet for elsewhere. So the cost is that of the routers in
/// use, not of hosts times routers.
/// </remarks>
internal static class RoutePlanner
{
    /// <param name="devices">All devices of the network.</param>
    /// <param name="down">The links that are known to be down.</param>
    /// <param name="isConcerned">Which devices get new routes.</param>
    public static void Plan(IReadOnlyList<Device> devices, IReadOnlySet<Link> down, Func<Device, bool> isConcerned)
    {
        var map = new NetworkMap(devices, down);
        var gateways = new Dictionary<Segment, SegmentGateways>();
        foreach (Device device in devices)
        {
            if (device is not IpDevice { Interfaces.Count: > 0 } item || !isConcerned(item))
            {
                continue;
            }

            foreach (DeviceInterface plugged in item.Interfaces)
            {
                plugged.Interface.IsWithdrawn = item.IsForwarding && down.Contains(plugged.Link);
            }

            RoutePlan? plan = PlanOf(item, map, gateways, down);
            if (item.StaticRoutes is { } routes)
            {
                plan = new StaticPlan(routes, plan, plan is TransitPlan ? map : null);
            }

            bool isOnLargeSegment = item.Interfaces.Any(plugged => plugged.Segment is { Blocks.Count: > 1 });
            item.Stack.Ip.Routes.Plan = isOnLargeSegment ? new OnLinkPlan(item, plan) : plan;
        }
    }

    private static RoutePlan? PlanOf(
        IpDevice device, NetworkMap map, Dictionary<Segment, SegmentGateways> gateways, IReadOnlySet<Link> down)
    {
        if (map.Find(device) is { } place)
        {
            return new TransitPlan(map, place);
        }

        DeviceInterface only = device.Interfaces[0];
        if (only.Segment is not { } segment)
        {
            return new SingleWayPlan(only.Interface.Direct);
        }

        if (!gateways.TryGetValue(segment, out SegmentGateways? found))
        {
            gateways.Add(segment, found = new SegmentGateways(map, segment, down));
        }

        return found.PlanFor(only);
    }
}
