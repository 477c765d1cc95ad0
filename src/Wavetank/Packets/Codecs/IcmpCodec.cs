using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>The header of ICMP and ICMPv6 (RFC 792, RFC 4443 §2.1); what follows its eight bytes is payload here.</summary>
internal static class IcmpCodec
{
    /// <summary>Writes the header before the payload that stands in <paramref name="message"/> already.</summary>
    public static void Write(Packet packet, Span<byte> message)
    {
        message[0] = packet.Icmp.Type;
        message[1] = packet.Icmp.Code;
        message[2..4].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], packet.Icmp.Identifier);
        BinaryPrimitives.WriteUInt16BigEndian(message[6..], packet.Icmp.SequenceNumber);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], InternetChecksum.Of(message, PseudoHeader(packet, message.Length)));
    }

    public static DropReason Read(Packet packet, ref ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> message = body;
        if (message.Length < IcmpHeader.Length)
        {
            return DropReason.Malformed;
        }

        if (!InternetChecksum.IsGood(message, PseudoHeader(packet, message.Length)))
        {
            return DropReason.BadChecksum;
        }

        packet.Icmp.Type = message[0];
        packet.Icmp.Code = message[1];
        packet.Icmp.Identifier = BinaryPrimitives.ReadUInt16BigEndian(message[4..]);
        packet.Icmp.SequenceNumber = BinaryPrimitives.ReadUInt16BigEndian(message[6..]);
        body = message[IcmpHeader.Length..];
        return DropReason.None;
    }

    // RFC 4443 §2.3: ICMPv6 takes in the pseudo header, which ICMP for IPv4 does not.
    private static ulong PseudoHeader(Packet packet, int length) => packet.Protocol == IpProtocol.IcmpV6
        ? InternetChecksum.PseudoHeader(packet.Source, packet.Destination, IpProtocol.IcmpV6, length)
        : 0;
}
