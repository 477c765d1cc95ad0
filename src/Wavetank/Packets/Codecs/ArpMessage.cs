using System.Buffers.Binary;

namespace Wavetank.Packets.Codecs;

/// <summary>An ARP message for IPv4 over Ethernet (RFC 826, "Packet format").</summary>
/// <param name="IsReply">Whether it answers; otherwise it asks.</param>
/// <param name="SenderLink">The sender's link-layer address.</param>
/// <param name="Sender">The sender.</param>
/// <param name="TargetLink">The target's link-layer address; none in a question.</param>
/// <param name="Target">Whom it asks for, or answers to.</param>
internal readonly record struct ArpMessage(bool IsReply, MacAddress SenderLink, Address Sender, MacAddress TargetLink, Address Target)
{
    public const int Length = 28;

    // Hardware type Ethernet, protocol type IPv4, their address lengths 6 and 4.
    private const ulong Ethernet = 0x0001_0800_0604;

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (Ethernet << 16) | (IsReply ? 2UL : 1UL));
        EthernetCodec.WriteAddress(bytes[8..], SenderLink);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[14..], Sender.IPv4Bits);
        EthernetCodec.WriteAddress(bytes[18..], TargetLink);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[24..], Target.IPv4Bits);
    }

    public static bool TryParse(ReadOnlySpan<byte> bytes, out ArpMessage message)
    {
        message = default;
        if (bytes.Length < Length)
        {
            return false;
        }

        ulong head = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        message = new ArpMessage(
            (ushort)head == 2,
            EthernetCodec.ReadAddress(bytes[8..]),
            Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[14..])),
            EthernetCodec.ReadAddress(bytes[18..]),
            Address.FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes[24..])));
        return head >> 16 == Ethernet && (ushort)head is 1 or 2 && !message.SenderLink.IsGroup;
    }
}
