using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>Routes that were set by hand, before those that are computed: the longest match counts, and of equal ones that which was set.</summary>
/// <param name="routes">What was set.</param>
/// <param name="computed">What was computed; null where nothing was.</param>
/// <param name="map">Which blocks are known; null where what was computed is a default route.</param>
internal sealed class StaticPlan(PrefixTable<StaticRoute> routes, RoutePlan? computed, NetworkMap? map) : RoutePlan
{
    public override NextHop? Find(Address destination)
    {
        // As any route, one over a link that is known to be down does not count.
        if (!routes.TryFind(destination, out StaticRoute route) || route.Hop.Interface.IsWithdrawn)
        {
            return computed?.Find(destination);
        }

        int length = map?.LengthOf(destination) ?? 0;
        return length > route.Length && computed?.Find(destination) is { } longer ? longer : route.Hop;
    }
}
