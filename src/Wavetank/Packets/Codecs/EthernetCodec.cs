using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>A packet on a shared segment with its Ethernet header (IEEE 802.3, RFC 894, RFC 2464), without padding and checksum.</summary>
internal static class EthernetCodec
{
    public const int HeaderLength = 14;

    private const ushort IPv4 = 0x0800;
    private const ushort Arp = 0x0806;
    private const ushort IPv6 = 0x86DD;

    /// <summary>Writes a sealed packet.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(Packet packet, Span<byte> bytes)
    {
        WriteAddress(bytes, packet.LinkDestination);
        WriteAddress(bytes[6..], packet.LinkSource);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[12..], packet.IsArp ? Arp : packet.Source.IsIPv4 ? IPv4 : IPv6);
        return HeaderLength + PacketCodec.Write(packet, bytes[HeaderLength..]);
    }

    public static void WriteAddress(Span<byte> bytes, MacAddress address)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(address.Bits >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)address.Bits);
    }

    public static MacAddress ReadAddress(ReadOnlySpan<byte> bytes) =>
        new(((ulong)BinaryPrimitives.ReadUInt16BigEndian(bytes) << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]));
}
