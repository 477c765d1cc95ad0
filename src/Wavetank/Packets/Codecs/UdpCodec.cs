using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>The UDP header (RFC 768).</summary>
internal static class UdpCodec
{
    /// <summary>Writes the header before the payload that stands in <paramref name="datagram"/> already.</summary>
    public static void Write(Packet packet, Span<byte> datagram)
    {
        BinaryPrimitives.WriteUInt16BigEndian(datagram, packet.Udp.SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[2..], packet.Udp.DestinationPort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram[4..], (ushort)datagram.Length);
        datagram[6..8].Clear();

        // RFC 768, "Checksum": a computed zero is sent as all ones, because zero says that there is no checksum.
        ushort checksum = InternetChecksum.Of(datagram, PseudoHeader(packet, datagram.Length));
        BinaryPrimitives.WriteUInt16BigEndian(datagram[6..], checksum == 0 ? ushort.MaxValue : checksum);
    }

    public static DropReason Read(Packet packet, ref ReadOnlySpan<byte> body)
    {
        if (body.Length < UdpHeader.Length)
        {
            return DropReason.Malformed;
        }

        // RFC 768, "Length": what lies between the end of UDP and the end of IP belongs to nobody (RFC 9868 calls it the surplus area).
        int length = BinaryPrimitives.ReadUInt16BigEndian(body[4..]);
        if (length < UdpHeader.Length || length > body.Length)
        {
            return DropReason.Malformed;
        }

        ReadOnlySpan<byte> datagram = body[..length];
        if (!HasGoodChecksum(packet, datagram))
        {
            return DropReason.BadChecksum;
        }

        packet.Udp.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(datagram);
        packet.Udp.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]);
        body = datagram[UdpHeader.Length..];
        return DropReason.None;
    }

    private static bool HasGoodChecksum(Packet packet, ReadOnlySpan<byte> datagram) =>
        BinaryPrimitives.ReadUInt16BigEndian(datagram[6..]) == 0

            // RFC 1122 §4.1.3.4: IPv4 may go without; RFC 8200 §8.1: IPv6 may not.
            ? packet.Source.IsIPv4
            : InternetChecksum.IsGood(datagram, PseudoHeader(packet, datagram.Length));

    private static ulong PseudoHeader(Packet packet, int length) =>
        InternetChecksum.PseudoHeader(packet.Source, packet.Destination, IpProtocol.Udp, length);
}
