using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>
/// The IPv6 header and its fragment header (RFC 8200 §3, §4.5). Hop-by-hop and destination options are passed over when they are
/// read, and never written.
/// </summary>
internal static class Ipv6Codec
{
    private const byte HopByHopOptions = 0;
    private const byte Routing = 43;
    private const byte Fragment = 44;
    private const byte DestinationOptions = 60;
    private const int ExtensionUnit = 8;

    public static void Write(Packet packet, Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x6000_0000u | ((uint)packet.TrafficClass << 20));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)(bytes.Length - Packet.IPv6HeaderLength));
        bytes[6] = packet.IsFragment ? Fragment : (byte)packet.Protocol;
        bytes[7] = packet.TimeToLive;
        WriteAddress(bytes[8..], packet.Source);
        WriteAddress(bytes[24..], packet.Destination);
        if (packet.IsFragment)
        {
            Span<byte> header = bytes[Packet.IPv6HeaderLength..];
            header[0] = (byte)packet.Protocol;
            header[1] = 0;
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)(packet.FragmentOffset | (packet.MoreFragments ? 1 : 0)));
            BinaryPrimitives.WriteUInt32BigEndian(header[4..], packet.Identification);
        }
    }

    public static DropReason Read(ReadOnlySpan<byte> bytes, Packet packet, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (bytes.Length < Packet.IPv6HeaderLength)
        {
            return DropReason.Malformed;
        }

        int payloadLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        if (payloadLength > bytes.Length - Packet.IPv6HeaderLength)
        {
            return DropReason.Malformed;
        }

        packet.TrafficClass = (byte)(BinaryPrimitives.ReadUInt16BigEndian(bytes) >> 4);
        packet.TimeToLive = bytes[7];
        packet.Source = ReadAddress(bytes[8..]);
        packet.Destination = ReadAddress(bytes[24..]);

        // RFC 4291 §2.5.5.2: a mapped address stands for an IPv4 host inside a program; on the wire it would pass for IPv4 here.
        if (packet.Source.IsIPv4 || packet.Destination.IsIPv4)
        {
            return DropReason.Malformed;
        }

        body = bytes.Slice(Packet.IPv6HeaderLength, payloadLength);
        return ReadExtensions(packet, bytes[6], ref body);
    }

    /// <summary>Walks the chain of extension headers up to the transport header, or to a fragment's bytes.</summary>
    private static DropReason ReadExtensions(Packet packet, byte next, ref ReadOnlySpan<byte> body)
    {
        // RFC 8200 §4.1: hop-by-hop options stand first or nowhere.
        for (bool first = true; IsExtension(next, first); first = false)
        {
            int length = body.Length < ExtensionUnit ? int.MaxValue
                : next == Fragment ? ExtensionUnit
                : (body[1] + 1) * ExtensionUnit;

            // RFC 8200 §4.4: a packet with segments left is for the next address of its route; source routes are not modelled.
            if (length > body.Length || (next == Routing && body[3] != 0))
            {
                return DropReason.Malformed;
            }

            if (next == Fragment)
            {
                ReadFragment(packet, body);
            }

            next = body[0];
            body = body[length..];
            if (packet.IsFragment)
            {
                break;
            }
        }

        packet.Protocol = (IpProtocol)next;
        return next == HopByHopOptions && !packet.IsFragment ? DropReason.Malformed : FragmentRule.Check(packet, body.Length);
    }

    private static bool IsExtension(byte next, bool first) =>
        next is Routing or Fragment or DestinationOptions || (next == HopByHopOptions && first);

    private static void ReadFragment(Packet packet, ReadOnlySpan<byte> header)
    {
        ushort offset = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        packet.FragmentOffset = (ushort)(offset & ~7);
        packet.MoreFragments = (offset & 1) != 0;

        // RFC 6946 §4: an "atomic fragment" is a whole packet; its identification joins nothing.
        packet.Identification = packet.IsFragment ? (ushort)BinaryPrimitives.ReadUInt32BigEndian(header[4..]) : (ushort)0;
    }

    private static void WriteAddress(Span<byte> bytes, Address address)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, address.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], address.Low);
    }

    private static Address ReadAddress(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
}
