using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Interfaces.Neighbors;

namespace Wavetank.Stack.Ip;

internal sealed partial class IpLayer
{
    /// <summary>Takes a packet that arrived at an interface: for us, to be passed on, or neither.</summary>
    public void Receive(Packet packet, HostInterface arrivedAt)
    {
        bool isFromOutside = arrivedAt != stack.Loopback;
        if (packet.IsHeaderDamaged)
        {
            // RFC 1122 §3.2.1.2: the header checksum is verified, and a bad datagram silently discarded.
            stack.Events.Drop(stack.Point, packet, packet.Damage);
            return;
        }

        if (Barrier is { } barrier && barrier.TakesArriving(packet, arrivedAt))
        {
            return;
        }

        if (Hook is not null && isFromOutside && MayArrive(packet))
        {
            if (Hook.Arrive(packet, arrivedAt) is not { } passed)
            {
                return;
            }

            packet = passed;
        }

        NextHop? way = Routes.FindWay(packet.Destination, out bool isOneHost);
        if (isFromOutside && !MayArrive(packet))
        {
            stack.Events.Drop(stack.Point, packet, DropReason.BadSourceAddress);
        }
        else if (way == NextHop.Here)
        {
            // RFC 1122 §3.2.1.3 (g): a loopback address must not appear outside a host.
            if (packet.Destination.IsLoopback && isFromOutside)
            {
                stack.Events.Drop(stack.Point, packet, DropReason.NotForUs);
                return;
            }

            DeliverLocally(packet, arrivedAt);
        }
        else if (!isOneHost && arrivedAt.IsInGroup(packet.Destination))
        {
            DeliverToGroup(packet, arrivedAt);
        }
        else if (IsForwarding && !packet.LinkDestination.IsGroup)
        {
            Forward(packet, way, isOneHost, arrivedAt);
        }
        else
        {
            stack.Events.Drop(stack.Point, packet, DropReason.NotForUs);
        }
    }

    /// <summary>RFC 1122 §3.2.1.3, RFC 1812 §5.3.7, RFC 9293 §3.9.2.3, MUST-63, RFC 4291 §2.7: groups and loopbacks send nothing over a link, and nobody sends to itself.</summary>
    private static bool MayArrive(Packet packet) =>
        !packet.Source.IsMulticast && !packet.Source.IsLoopback && packet.Source != Address.IPv4Broadcast
        && packet.Source != packet.Destination && (!packet.Source.IsAny || LooksForDuplicates(packet));

    /// <summary>RFC 4861 §7.1.1: of those without an address only who looks for duplicates is heard, and it asks the group of the address.</summary>
    private static bool LooksForDuplicates(Packet packet) =>
        packet.Protocol == IpProtocol.IcmpV6 && packet.HasTransportHeader && packet.Icmp.Type == NeighborDiscovery.Solicitation
        && HostInterface.IsSolicitedNode(packet.Destination);

    /// <summary>RFC 4443 §2.1: ICMP belongs to IPv4, ICMPv6 to IPv6.</summary>
    private static bool HasItsOwnIcmp(Packet packet) => packet.Source.IsIPv4 == (packet.Protocol == IpProtocol.Icmp);

    private void DeliverLocally(Packet packet, HostInterface arrivedAt)
    {
        if (Reassemble(packet) is not { } whole)
        {
            return;
        }

        switch (whole.Protocol)
        {
            case IpProtocol.Tcp:
                stack.Tcp.Receive(whole);
                break;
            case IpProtocol.Udp:
                stack.Udp.Receive(whole);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6 when HasItsOwnIcmp(whole):
                stack.Icmp.Receive(whole, arrivedAt);
                break;
            default:
                // RFC 1122 §3.2.2.1, RFC 8200 §4: a protocol that is not here is answered by "protocol unreachable".
                stack.Icmp.SendError(whole, IcmpErrors.ProtocolUnreachable);
                stack.Events.Drop(stack.Point, whole, DropReason.ProtocolUnreachable);
                break;
        }
    }

    /// <summary>The packet itself, or what it completes, or null where more is needed or what came is damaged.</summary>
    public Packet? Reassemble(Packet packet)
    {
        if (packet.IsFragment)
        {
            return (_reassembler ??= new(stack)).Add(packet);
        }

        if (packet.Damage == DropReason.None)
        {
            return packet;
        }

        stack.Events.Drop(stack.Point, packet, packet.Damage);
        return null;
    }

    /// <summary>RFC 1812 §5.2.1: the router's part.</summary>
    private void Forward(Packet packet, NextHop? way, bool isOneHost, HostInterface arrivedAt)
    {
        // RFC 1812 §5.3.1: what would have no time left behind here goes no further.
        if (packet.TimeToLive <= 1)
        {
            stack.Icmp.SendError(packet, IcmpErrors.TimeExceeded);
            stack.Events.Drop(stack.Point, packet, DropReason.TimeToLiveExceeded);
            return;
        }

        // RFC 2644 §2: broadcasts to a block elsewhere are not passed on. Nor are multicasts: there is no multicast routing.
        NextHop? hop = !isOneHost && packet.Destination.IsMulticast ? null : way?.For(packet);
        if (hop is null || (!isOneHost && hop.Interface.IsBroadcast(packet.Destination)))
        {
            stack.Icmp.SendError(packet, IcmpErrors.NetworkUnreachable);
            stack.Events.Drop(stack.Point, packet, DropReason.NoRoute);
            return;
        }

        packet.TimeToLive--;
        packet.LinkSource = default;
        packet.LinkDestination = default;
        int mtu = hop.Interface.MtuFor(packet.Source.IsIPv4);

        // What is too big is reported as it came, and not as it would have left.
        bool isTooBig = packet.Length > mtu && (packet.DontFragment || !packet.Source.IsIPv4);
        if (Hook is null || isTooBig || Hook.Leave(packet, arrivedAt, hop.Interface))
        {
            Transmit(packet, hop, mtu, isOrigin: false);
        }
    }
}
