using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Parsing;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>Makes ICMP errors about packets that the host sent.</summary>
internal sealed class IcmpWriter(VirtualHost host, Conversations conversations)
{
    // RFC 792: the IP header and the first eight bytes behind it.
    private const int QuotedBytes = 8;

    public Packet Write(PacketSpec.Icmp spec, Place place)
    {
        (byte type, byte code) = IcmpNames.Find(spec, host.Settings.IsIPv6, place);
        Packet packet = host.Pool.Rent();
        packet.Source = host.Remote;
        packet.Destination = host.Local;
        packet.Protocol = host.Settings.IsIPv6 ? IpProtocol.IcmpV6 : IpProtocol.Icmp;
        packet.TimeToLive = 64;
        packet.Icmp.Type = type;
        packet.Icmp.Code = code;
        packet.Icmp.SequenceNumber = (ushort)spec.Mtu;
        packet.CarryCopy(Quote(spec, place));
        packet.Id = host.Events.TakePacketId();
        packet.Seal();
        return packet;
    }

    /// <summary>The beginning of the packet that the error is about, as the host sent it.</summary>
    private byte[] Quote(PacketSpec.Icmp spec, Place place)
    {
        Conversation conversation = conversations.OfInbound(null);
        Packet quoted = host.Pool.Rent();
        quoted.Source = conversation.Local.Address;
        quoted.Destination = conversation.Remote.Address;
        quoted.TimeToLive = 64;
        int length;
        if (spec.QuotedSequence is { } sequence)
        {
            quoted.Protocol = IpProtocol.Tcp;
            quoted.Tcp.SourcePort = conversation.Local.Port;
            quoted.Tcp.DestinationPort = conversation.Remote.Port;
            quoted.Tcp.SequenceNumber = conversation.LocalInitial + sequence.Start;
            length = sequence.Length;
        }
        else if (spec.QuotedUdpLength is { } udpLength)
        {
            quoted.Protocol = IpProtocol.Udp;
            quoted.Udp.SourcePort = conversation.Local.Port;
            quoted.Udp.DestinationPort = conversation.Remote.Port;
            length = udpLength;
        }
        else
        {
            throw new NotApplicableException(place, "an ICMP message that is about no packet is not modelled");
        }

        if (length > 0)
            quoted.CarryCopy(Payload.Of(length));
        quoted.Seal();
        byte[] bytes = new byte[quoted.Length];
        PacketCodec.Write(quoted, bytes);
        int header = quoted.IpHeaderLength;
        quoted.Release();
        return bytes[..(header + QuotedBytes)];
    }
}
