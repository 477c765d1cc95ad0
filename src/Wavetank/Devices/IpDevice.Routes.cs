using System.Net;
using Wavetank.Devices.Routing;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Ip;

namespace Wavetank.Devices;

public abstract partial class IpDevice
{
    /// <summary>The routes that were set by hand; null where none were.</summary>
    internal PrefixTable<StaticRoute>? StaticRoutes { get; private set; }

    /// <summary>
    /// Sets a route: what goes to a block of addresses goes to a neighbour. Of all routes the longest match counts, and of equally long
    /// ones that which was set; the device's own links come first. Takes effect with the next run.
    /// </summary>
    /// <param name="destination">The block, such as <c>10.0.0.0/8</c>, or <c>0.0.0.0/0</c> and <c>::/0</c> for everything.</param>
    /// <param name="via">A device at the other end of a link, or on the same segment.</param>
    /// <exception cref="ArgumentException">The device is no neighbour.</exception>
    /// <remarks>Nothing is checked for circles: packets in one go round until their time to live ends.</remarks>
    public void AddRoute(IPNetwork destination, IpDevice via)
    {
        ArgumentNullException.ThrowIfNull(via);
        NextHop hop = HopTo(via)
            ?? throw new ArgumentException($"'{via.Name}' is no neighbour of '{Name}': no link and no segment joins the two.", nameof(via));
        var prefix = new Prefix(Packets.Address.FromIPAddress(destination.BaseAddress), destination.PrefixLength);
        StaticRoutes ??= new();
        StaticRoutes[prefix] = new StaticRoute(prefix.BitLength, hop);
        Network.RoutesChanged();
    }

    /// <summary>The interface that a link is plugged into; null if none is.</summary>
    internal DeviceInterface? FindInterface(Link link) => _interfaces.Find(item => item.Link == link);

    private NextHop? HopTo(IpDevice via)
    {
        foreach (DeviceInterface item in _interfaces)
        {
            if (item.Peer == via)
            {
                return item.Interface.Direct;
            }

            if (item.Segment is { } segment && via._interfaces.Find(other => other.Segment == segment) is { } member)
            {
                return new NextHop(item.Interface, new Gateways(member.Addresses.IPv4, member.Addresses.IPv6));
            }
        }

        return null;
    }
}
