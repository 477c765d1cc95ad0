using System.Buffers;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Receiving;

/// <summary>
/// Bytes that arrived in order and that the user has not read. It holds the blocks of the arrived packets and copies once, into
/// the user's memory. Small segments behind unread ones are copied together, so that a few bytes never pin a whole block each.
/// </summary>
/// <remarks>A part of its connection, as <see cref="SentSegments"/> is: never copy it.</remarks>
internal struct ReceiveBuffer(PacketPool pool)
{
    private const int SmallRing = 4;
    private const int SmallSegment = 1024;

    private ReceivedBytes[] _ring = [];
    private ReceivedBytes[]? _small;
    private int _mask = -1;
    private int _head;
    private int _count;
    private bool _ownsLast;

    /// <summary>Bytes that can be read.</summary>
    public int Length { get; private set; }

    /// <summary>Takes a part of a block; the buffer holds the block as long as it needs it.</summary>
    public void Append(PayloadBlock block, int offset, int length)
    {
        Length += length;
        if (_count > 0 && length < SmallSegment)
        {
            AppendSmall(block.Bytes.AsSpan(offset, length));
            return;
        }

        block.Hold();
        Add(block, offset, length);
        _ownsLast = false;
    }

    /// <summary>Copies bytes out, and lets go of them unless they are only looked at.</summary>
    public int Read(Span<byte> destination, bool peek)
    {
        int done = 0;
        int index = 0;
        while (done < destination.Length && index < _count)
        {
            ref ReceivedBytes part = ref _ring[(_head + index) & _mask];
            int length = Math.Min(part.Length, destination.Length - done);
            part.Block.Bytes.AsSpan(part.Offset, length).CopyTo(destination[done..]);
            done += length;
            if (peek)
            {
                index++;
                continue;
            }

            part.Offset += length;
            part.Length -= length;
            if (part.Length == 0)
            {
                RemoveFirst();
            }
        }

        if (!peek)
        {
            Length -= done;
        }

        return done;
    }

    public void Clear()
    {
        while (_count > 0)
        {
            RemoveFirst();
        }

        Length = 0;
    }

    private void AppendSmall(ReadOnlySpan<byte> bytes)
    {
        ref ReceivedBytes last = ref _ring[(_head + _count - 1) & _mask];
        if (_ownsLast && last.Block.Free >= bytes.Length)
        {
            bytes.CopyTo(last.Block.Bytes.AsSpan(last.Block.Filled));
            last.Block.Filled += bytes.Length;
            last.Length += bytes.Length;
            return;
        }

        PayloadBlock own = pool.RentBlock();
        bytes.CopyTo(own.Bytes);
        own.Filled = bytes.Length;
        Add(own, 0, bytes.Length);
        _ownsLast = true;
    }

    private void Add(PayloadBlock block, int offset, int length)
    {
        if (_count == _mask + 1)
        {
            Grow();
        }

        ref ReceivedBytes part = ref _ring[(_head + _count++) & _mask];
        part.Block = block;
        part.Offset = offset;
        part.Length = length;
    }

    private void RemoveFirst()
    {
        ref ReceivedBytes first = ref _ring[_head];
        first.Block.Release();
        first.Block = null!;
        _head = (_head + 1) & _mask;
        if (--_count == 0)
        {
            _ownsLast = false;
            _head = 0;
            if (_mask >= SmallRing)
            {
                ArrayPool<ReceivedBytes>.Shared.Return(_ring);
                _ring = _small!;
                _mask = SmallRing - 1;
            }
        }
    }

    private void Grow()
    {
        int size = Math.Max(SmallRing, (_mask + 1) * 2);
        ReceivedBytes[] larger = size <= SmallRing ? _small = new ReceivedBytes[SmallRing] : ArrayPool<ReceivedBytes>.Shared.Rent(size);
        for (int i = 0; i < _count; i++)
        {
            larger[i] = _ring[(_head + i) & _mask];
        }

        if (_mask >= SmallRing)
        {
            ArrayPool<ReceivedBytes>.Shared.Return(_ring, clearArray: true);
        }

        _ring = larger;
        _mask = size - 1;
        _head = 0;
    }
}
