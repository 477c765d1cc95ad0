using Wavetank.Packets;
using Wavetank.Stack.Icmp;

namespace Wavetank.Stack.Ip;

internal sealed partial class IpLayer
{
    private ushort _identification;

    /// <summary>
    /// Sends a packet whose addresses, protocol and transport header are filled in, and takes its ownership. A time to live of 0
    /// means the host's default.
    /// </summary>
    public void Send(Packet packet)
    {
        NextHop? way = Routes.FindWay(packet.Destination);
        if (way is not null && way != NextHop.Here && !packet.Source.IsLoopback)
        {
            Send(packet, way);
            return;
        }

        Prepare(packet);
        if (way == NextHop.Here)
        {
            Transmit(packet, stack.Loopback.Direct, stack.Loopback.MtuFor(packet.Source.IsIPv4), isOrigin: true);
        }
        else
        {
            // RFC 1122 §3.2.1.3 (g): a loopback address must not appear outside a host.
            stack.Events.Drop(stack.Point, packet, packet.Source.IsLoopback ? DropReason.BadSourceAddress : DropReason.NoRoute);
        }
    }

    /// <summary>Sends a packet to another host by a way that was found for it, and takes its ownership.</summary>
    public void Send(Packet packet, NextHop way)
    {
        way = way.For(packet);
        Hook?.SendOwn(packet, way.Interface);
        Prepare(packet);

        // RFC 8201 §4: what the path does not carry is cut by the sender, as it is here for IPv4 too, or told to it.
        Transmit(packet, way, PathMtu(packet.Destination, way), isOrigin: true);
    }

    /// <summary>The largest packet that is believed to reach a destination by a way.</summary>
    public int PathMtu(Address destination, NextHop way)
    {
        int linkMtu = way.Interface.MtuFor(destination.IsIPv4);
        return _pathMtus?.Find(destination, linkMtu) ?? linkMtu;
    }

    private void Prepare(Packet packet)
    {
        if (packet.TimeToLive == 0)
        {
            packet.TimeToLive = DefaultTimeToLive;
        }

        if (packet.DontFragment && _pathMtus?.IsBelowMinimum(packet.Destination) == true)
        {
            // As Linux does: behind a link that is narrower than what is believed of a path, only cutting brings packets there.
            packet.DontFragment = false;
        }

        Complete(packet);
    }

    private void Complete(Packet packet)
    {
        // RFC 6864 §4: unique among the fragments of a flow; atomic datagrams may carry anything. IPv6 has one in fragments only.
        packet.Identification = packet.Source.IsIPv4 ? _identification++ : (ushort)0;
        packet.Id = stack.Events.TakePacketId();
        packet.Seal();
    }

    private void Transmit(Packet packet, NextHop hop, int mtu, bool isOrigin)
    {
        if (Barrier is { } barrier && barrier.TakesLeaving(packet))
        {
            return;
        }

        if (packet.Length <= mtu)
        {
            hop.Send(packet);
        }
        else if (packet.DontFragment || (!packet.Source.IsIPv4 && !isOrigin))
        {
            // RFC 1191 §4: the router says how large a packet may be. RFC 8200 §5: in IPv6 only the source fragments.
            stack.Icmp.SendError(packet, IcmpErrors.FragmentationNeeded, mtu);
            stack.Events.Drop(stack.Point, packet, DropReason.TooBig);
        }
        else
        {
            Fragmenter.Send(packet, hop, mtu, packet.Source.IsIPv4 ? packet.Identification : _identification++);
        }
    }
}
