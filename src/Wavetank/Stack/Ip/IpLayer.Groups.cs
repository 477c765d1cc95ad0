using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Ip;

/// <summary>Packets to several hosts at once: broadcast (RFC 919) and multicast (RFC 1112).</summary>
internal sealed partial class IpLayer
{
    /// <summary>Whether an address means several hosts: a multicast group, all on a link, or all of a block that the host is part of.</summary>
    public bool IsGroup(Address address) => address.IsMulticast || IsBroadcast(address);

    /// <summary>Whether an address means all hosts of a link that the host is on.</summary>
    public bool IsBroadcast(Address address) =>
        address.IsIPv4 && (stack.Loopback.IsBroadcast(address) || (Routes.Find(address) is { } hop && hop.Interface.IsBroadcast(address)));

    /// <summary>The broadcast addresses of the blocks that the host is part of.</summary>
    public AddressSet FindBroadcasts()
    {
        var found = new AddressSet();
        foreach (HostInterface candidate in stack.Interfaces)
        {
            foreach (InterfaceAddress own in candidate.Addresses)
            {
                if (own.Broadcast is { } broadcast)
                {
                    found.Add(broadcast);
                }
            }
        }

        return found;
    }

    /// <summary>The interface by which packets to a group leave where none is chosen; null if there is none, or the address is no group.</summary>
    public HostInterface? FindGroupInterface(Address group)
    {
        if (group.IsMulticast || group == Address.IPv4Broadcast)
        {
            // Linux asks its routes, which mostly lead to the interface of the default route; here it is the first.
            foreach (HostInterface candidate in stack.Interfaces)
            {
                if (candidate != stack.Loopback && candidate.TryGetAddress(group.IsIPv4, out _))
                {
                    return candidate;
                }
            }

            return null;
        }

        return stack.Loopback.IsBroadcast(group) ? stack.Loopback : IsBroadcast(group) ? Routes.Find(group)!.Interface : null;
    }

    /// <summary>
    /// Sends a packet to a group, as <see cref="Send(Packet)"/> does to one host, and takes its ownership. Here a time to live of 0 means
    /// that it does not leave the host.
    /// </summary>
    /// <param name="packet">The packet.</param>
    /// <param name="way">The interface that it leaves by.</param>
    /// <param name="loopsBack">Whether the host gets a copy, if it is in the group there.</param>
    public void SendToGroup(Packet packet, HostInterface way, bool loopsBack)
    {
        Complete(packet);
        bool isLoopback = way == stack.Loopback;
        if ((loopsBack || isLoopback) && way.IsInGroup(packet.Destination))
        {
            stack.LoopbackEndpoint.Send(packet.Pool.RentCopy(packet), way);
        }

        if (packet.TimeToLive == 0 || isLoopback)
        {
            packet.Release();
            return;
        }

        Transmit(packet, way.ToGroups, way.MtuFor(packet.Source.IsIPv4), isOrigin: true);
    }

    private void DeliverToGroup(Packet packet, HostInterface arrivedAt)
    {
        if (Reassemble(packet) is not { } whole)
        {
            return;
        }

        switch (whole.Protocol)
        {
            case IpProtocol.Udp:
                stack.Udp.ReceiveForGroup(whole);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6 when HasItsOwnIcmp(whole):
                stack.Icmp.Receive(whole, arrivedAt);
                break;
            default:
                // RFC 9293 §3.9.2.3, MUST-57: TCP is for one host. RFC 1122 §3.2.2: and no error is about a group.
                stack.Events.Drop(stack.Point, whole, DropReason.NotForUs);
                break;
        }
    }
}
