using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>Which router on a segment is the best for which destination. The hosts of the segment share the answer.</summary>
internal sealed class SegmentGateways(NetworkMap map, Segment segment, IReadOnlySet<Link> down)
{
    private readonly DeviceInterface[] _routers = RoutersOf(segment, down);
    private ShortestPaths? _paths;

    /// <summary>The routes of a host whose only interface is on the segment; null where no router is on it.</summary>
    public RoutePlan? PlanFor(DeviceInterface host) => _routers.Length switch
    {
        0 => null,
        1 => new SingleWayPlan(HopTo(host, _routers[0])),
        _ => new SegmentPlan(this, host),
    };

    /// <summary>Those whose link to the segment is up, or all if none is: nobody then tells a host of another way.</summary>
    private static DeviceInterface[] RoutersOf(Segment segment, IReadOnlySet<Link> down)
    {
        DeviceInterface[] all = [.. segment.Members.Where(member => member.Owner.IsForwarding)];
        DeviceInterface[] up = [.. all.Where(member => !down.Contains(member.Link))];
        return up.Length > 0 ? up : all;
    }

    private static NextHop HopTo(DeviceInterface host, DeviceInterface router) =>
        new(host.Interface, new Gateways(router.Addresses.IPv4, router.Addresses.IPv6));

    /// <summary>The router for a destination: the nearest to it, or the first where nobody knows the destination, to say so.</summary>
    private DeviceInterface Find(Address destination)
    {
        _paths ??= new ShortestPaths(map, map.Find(segment));
        return map.Find(destination) is { } target && _paths.To(target.Index)?[0].Gateway is { } found ? found : _routers[0];
    }

    private sealed class SegmentPlan(SegmentGateways gateways, DeviceInterface host) : RoutePlan
    {
        private readonly Dictionary<DeviceInterface, NextHop> _hops = [];

        public override NextHop Find(Address destination)
        {
            DeviceInterface router = gateways.Find(destination);
            if (!_hops.TryGetValue(router, out NextHop? hop))
            {
                _hops.Add(router, hop = HopTo(host, router));
            }

            return hop;
        }
    }
}
