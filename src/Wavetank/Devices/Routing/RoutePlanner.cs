using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>
/// Gives every device its routes: the shortest path by number of links; of equal paths the one over the link that was made first.
/// Hosts are ends, never on the way.
/// </summary>
/// <remarks>
/// A device with one way out needs no more than that way. The others share one map of the network, in which the hosts that hang on a
/// router count as the router, and each searches it when it first has a packet for elsewhere. So the cost is that of the routers in
/// use, not of hosts times routers.
/// </remarks>
internal static class RoutePlanner
{
    public static void Plan(IReadOnlyList<Device> devices)
    {
        var map = new NetworkMap(devices);
        var gateways = new Dictionary<Segment, SegmentGateways>();
        foreach (Device device in devices)
        {
            if (device is IpDevice { Interfaces.Count: > 0 } item)
            {
                RoutePlan? plan = PlanOf(item, map, gateways);
                bool isOnLargeSegment = item.Interfaces.Any(plugged => plugged.Segment is { Blocks.Count: > 1 });
                item.Stack.Ip.Routes.Plan = isOnLargeSegment ? new OnLinkPlan(item, plan) : plan;
            }
        }
    }

    private static RoutePlan? PlanOf(IpDevice device, NetworkMap map, Dictionary<Segment, SegmentGateways> gateways)
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
            gateways.Add(segment, found = new SegmentGateways(map, segment));
        }

        return found.PlanFor(only);
    }
}
