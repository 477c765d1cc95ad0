using System.Buffers.Binary;

namespace Wavetank.Sockets.Names.Messages;

/// <summary>Reads a message from its first byte on. Every call is false at the end of the bytes, and none throws.</summary>
internal ref struct DnsReader(ReadOnlySpan<byte> message)
{
    // A name has at most 127 labels, so an honest one cannot need more pointers. It bounds the work that a few bytes can ask for.
    private const int MostPointers = 127;
    private const int PointerBits = 0xC0;

    private readonly ReadOnlySpan<byte> _message = message;

    public int Position { get; private set; }

    public readonly int Remaining => _message.Length - Position;

    public bool TryReadByte(out byte value)
    {
        bool isThere = Remaining >= 1;
        value = isThere ? _message[Position++] : (byte)0;
        return isThere;
    }

    public bool TryReadUInt16(out ushort value)
    {
        bool isRead = TryReadBytes(sizeof(ushort), out ReadOnlySpan<byte> bytes);
        value = isRead ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : (ushort)0;
        return isRead;
    }

    public bool TryReadUInt32(out uint value)
    {
        bool isRead = TryReadBytes(sizeof(uint), out ReadOnlySpan<byte> bytes);
        value = isRead ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
        return isRead;
    }

    public bool TryReadBytes(int count, out ReadOnlySpan<byte> bytes)
    {
        if (count > Remaining)
        {
            bytes = default;
            return false;
        }

        bytes = _message.Slice(Position, count);
        Position += count;
        return true;
    }

    /// <summary>Reads a name and follows its pointers (RFC 1035 §4.1.4). False if it is too long or its pointers do not lead back.</summary>
    public bool TryReadName(out DnsName? name)
    {
        name = null;
        Span<byte> wire = stackalloc byte[DnsName.LongestWire];
        int length = 0;
        int at = Position;
        int start = at;
        int pointers = 0;
        while (at < _message.Length)
        {
            int size = _message[at];
            if ((size & PointerBits) == PointerBits)
            {
                int target = at + 1 < _message.Length ? ((size & ~PointerBits) << 8) | _message[at + 1] : int.MaxValue;
                Position = pointers == 0 ? at + 2 : Position;

                // RFC 1035 §4.1.4: a pointer leads to a prior place, so each leads further back than the one before, and none in a ring.
                if (target >= start || ++pointers > MostPointers)
                {
                    return false;
                }

                at = start = target;
                continue;
            }

            // 01 and 10 in the upper bits are reserved, and one byte stays for the root.
            int next = at + 1 + size;
            if (size > DnsName.LongestLabel || next > _message.Length || length + 1 + size > DnsName.LongestWire - (size == 0 ? 0 : 1))
            {
                return false;
            }

            _message[at..next].CopyTo(wire[length..]);
            length += 1 + size;
            if (size == 0)
            {
                Position = pointers == 0 ? next : Position;
                name = DnsName.FromWire(wire[..length]);
                return true;
            }

            at = next;
        }

        return false;
    }
}
