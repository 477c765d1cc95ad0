using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>The IPv4 header (RFC 791 §3.1). Options are passed over when they are read (RFC 9293 §3.9.2, MUST-50), and never written.</summary>
internal static class Ipv4Codec
{
    private const int DontFragmentBit = 0x4000;
    private const int MoreFragmentsBit = 0x2000;
    private const int OffsetMask = 0x1FFF;

    public static void Write(Packet packet, Span<byte> bytes)
    {
        Span<byte> header = bytes[..Packet.IPv4HeaderLength];
        int fragment = (packet.FragmentOffset >> 3)
            | (packet.DontFragment ? DontFragmentBit : 0)
            | (packet.MoreFragments ? MoreFragmentsBit : 0);
        header[0] = 0x45;
        header[1] = packet.TrafficClass;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)bytes.Length);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], packet.Identification);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], (ushort)fragment);
        header[8] = packet.TimeToLive;
        header[9] = (byte)packet.Protocol;
        header[10..12].Clear();
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], packet.Source.IPv4Bits);
        BinaryPrimitives.WriteUInt32BigEndian(header[16..], packet.Destination.IPv4Bits);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], InternetChecksum.Of(header));
    }

    public static DropReason Read(ReadOnlySpan<byte> bytes, Packet packet, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (bytes.Length < Packet.IPv4HeaderLength)
        {
            return DropReason.Malformed;
        }

        int headerLength = (bytes[0] & 0x0F) * 4;
        int totalLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (headerLength < Packet.IPv4HeaderLength || totalLength < headerLength || totalLength > bytes.Length)
        {
            return DropReason.Malformed;
        }

        // RFC 1122 §3.2.1.2: the header checksum is verified, and a bad datagram silently discarded.
        if (!InternetChecksum.IsGood(bytes[..headerLength]))
        {
            return DropReason.BadChecksum;
        }

        int fragment = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        packet.TrafficClass = bytes[1];
        packet.Identification = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        packet.DontFragment = (fragment & DontFragmentBit) != 0;
        packet.MoreFragments = (fragment & MoreFragmentsBit) != 0;
        packet.FragmentOffset = (ushort)((fragment & OffsetMask) << 3);
        packet.TimeToLive = bytes[8];
        packet.Protocol = (IpProtocol)bytes[9];
        packet.Source = Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));
        packet.Destination = Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]));
        body = bytes[headerLength..totalLength];
        return FragmentRule.Check(packet, body.Length);
    }
}
