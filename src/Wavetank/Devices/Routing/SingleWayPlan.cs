using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>The only way out of a host: a default route.</summary>
internal sealed class SingleWayPlan(NextHop hop) : RoutePlan
{
    public override NextHop? Find(Address destination) => hop;
}
