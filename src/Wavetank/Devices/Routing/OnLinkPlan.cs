using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices.Routing;

/// <summary>
/// The routes of a device on a segment of several blocks: all of them are on its link, not only the one that its address is from.
/// Elsewhere the other plan leads.
/// </summary>
internal sealed class OnLinkPlan(IpDevice device, RoutePlan? elsewhere) : RoutePlan
{
    public override NextHop? Find(Address destination)
    {
        foreach (DeviceInterface item in device.Interfaces)
        {
            if (item.Segment is { } segment && !item.Interface.IsWithdrawn && segment.Contains(destination))
            {
                return item.Interface.Direct;
            }
        }

        return elsewhere?.Find(destination);
    }
}
