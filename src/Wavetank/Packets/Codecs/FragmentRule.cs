namespace Wavetank.Packets.Codecs;

/// <summary>What both families ask of a fragment's length.</summary>
internal static class FragmentRule
{
    public static DropReason Check(Packet packet, int length)
    {
        // RFC 791 §2.3, RFC 8200 §4.5: all fragments but the last are a multiple of eight bytes long.
        bool ragged = packet.MoreFragments && (length & 7) != 0;

        // RFC 8200 §4.5: no fragment reaches beyond the largest datagram, in either family ("ping of death").
        bool beyond = packet.FragmentOffset + length > ushort.MaxValue;

        // No datagram needs a fragment without bytes; as Linux does, it is not let into the reassembly.
        return packet.IsFragment && (ragged || beyond || length == 0) ? DropReason.Malformed : DropReason.None;
    }
}
