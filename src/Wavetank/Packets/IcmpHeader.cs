namespace Wavetank.Packets;

/// <summary>The header of an ICMP or ICMPv6 message (RFC 792, RFC 4443): type, code and the four bytes whose meaning the type tells.</summary>
public struct IcmpHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Length = 8;

    /// <summary>Type.</summary>
    public byte Type;

    /// <summary>Code.</summary>
    public byte Code;

    /// <summary>Identifier of an echo; zero, or the high half of a next-hop MTU, elsewhere.</summary>
    public ushort Identifier;

    /// <summary>Sequence number of an echo; the next-hop MTU in "fragmentation needed" (RFC 1191 §4).</summary>
    public ushort SequenceNumber;
}
