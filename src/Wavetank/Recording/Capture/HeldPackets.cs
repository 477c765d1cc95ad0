using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Recording.Capture;

/// <summary>
/// The packets of one instant, in order. The event that a packet was sent comes before the event that the link lost it, so a
/// comment on it can only be written once time has moved on.
/// </summary>
internal sealed class HeldPackets(int snapLength)
{
    // An instant with more than this is written in parts; only a comment may then be missing.
    private const int MostBytes = 256 * 1024;
    private const int MostPackets = 1024;


    // They grow to what an instant needs: most see few packets.
    private byte[] _bytes = new byte[4096];
    private HeldPacket[] _packets = new HeldPacket[8];

    private int _used;
    private int _count;

    public bool IsFull => _count == MostPackets || _used >= MostBytes;

    public ReadOnlySpan<HeldPacket> All => _packets.AsSpan(0, _count);

    public ReadOnlySpan<byte> BytesOf(in HeldPacket held) => _bytes.AsSpan(held.Offset, held.CapturedLength);

    public ref HeldPacket Add(CapturedInterface? where, in PacketEvent packetEvent, CaptureDirection direction)
    {
        if (_count == _packets.Length)
        {
            Array.Resize(ref _packets, 2 * _packets.Length);
        }

        ref HeldPacket held = ref _packets[_count++];
        held = new HeldPacket
        {
            Interface = where,
            Point = packetEvent.Point,
            PacketId = packetEvent.Packet.Id,
            FragmentOffset = packetEvent.Packet.FragmentOffset,
            Direction = direction,
            Offset = _used,
        };
        if (where is not null)
        {
            if (_bytes.Length - _used < packetEvent.Packet.Length)
            {
                Array.Resize(ref _bytes, 2 * (_used + packetEvent.Packet.Length));
            }

            // The checksums need the whole packet, so it is written whole and then cut.
            held.OriginalLength = PacketCodec.Write(packetEvent.Packet, _bytes.AsSpan(_used));
            held.CapturedLength = Math.Min(held.OriginalLength, snapLength);
            _used += held.CapturedLength;
        }

        return ref held;
    }

    /// <summary>Notes a drop on the packet that it befell, if that one is held.</summary>
    /// <param name="packetEvent">The drop.</param>
    /// <param name="onLink">Whether a link dropped it, and not a host.</param>
    /// <returns>Whether the packet was found and is captured.</returns>
    public bool TryNote(in PacketEvent packetEvent, bool onLink)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            ref HeldPacket held = ref _packets[i];
            bool same = held.PacketId == packetEvent.Packet.Id && held.FragmentOffset == packetEvent.Packet.FragmentOffset
                && held.Reason == DropReason.None && (onLink ? held.Point == packetEvent.Point : held.HasArrived);
            if (same)
            {
                held.Reason = packetEvent.Reason;
                held.DropPoint = packetEvent.Point;
                return held.Interface is not null;
            }
        }

        return false;
    }

    public void Clear()
    {
        _used = 0;
        _count = 0;
    }
}
