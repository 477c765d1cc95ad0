using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Sending;

/// <summary>
/// The bytes that the user gave and the peer has not acknowledged. They are copied once, into pooled blocks that segments then
/// share; an empty buffer holds no block.
/// </summary>
/// <remarks>A part of its connection, as <see cref="SentSegments"/> is: never copy it.</remarks>
internal struct SendBuffer(PacketPool pool)
{
    private const int BlockSize = PacketPool.BlockSize;

    // A ring of blocks of one size, full but for the last; the first byte of the buffer lies _offset into the first.
    private PayloadBlock?[] _blocks = [];
    private int _first;
    private int _count;
    private int _offset;

    /// <summary>Bytes in the buffer.</summary>
    public int Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        if (_count == 0 && bytes.Length <= PacketPool.SmallBlockSize / 2)
        {
            AddBlock(PacketPool.SmallBlockSize);
        }

        if (_count == 1 && Block(0).Bytes.Length < BlockSize)
        {
            if (Block(0).Free >= bytes.Length)
            {
                Write(Block(0), bytes);
                return;
            }

            Enlarge();
        }

        while (!bytes.IsEmpty)
        {
            PayloadBlock block = _count > 0 && Block(_count - 1).Filled < BlockSize ? Block(_count - 1) : AddBlock(BlockSize);
            int part = Math.Min(BlockSize - block.Filled, bytes.Length);
            Write(block, bytes[..part]);
            bytes = bytes[part..];
        }
    }

    /// <summary>Lets a packet carry a part of the buffer; only a part that straddles blocks is copied.</summary>
    public void Carry(Packet packet, int start, int length)
    {
        int position = _offset + start;
        int index = position / BlockSize;
        int within = position % BlockSize;
        if (within + length <= BlockSize)
        {
            packet.Carry(Block(index), within, length);
            return;
        }

        PayloadBlock copy = pool.RentBlock(length);
        int done = 0;
        while (done < length)
        {
            int part = Math.Min(BlockSize - within, length - done);
            Block(index++).Bytes.AsSpan(within, part).CopyTo(copy.Bytes.AsSpan(done));
            done += part;
            within = 0;
        }

        copy.Filled = length;
        packet.Carry(copy, 0, length);
        copy.Release();
    }

    /// <summary>Lets go of bytes at the front, which were acknowledged.</summary>
    public void Discard(int length)
    {
        Length -= length;
        _offset += length;
        if (Length == 0)
        {
            Clear();
            return;
        }

        while (_offset >= BlockSize)
        {
            ReleaseFirst();
            _offset -= BlockSize;
        }
    }

    public void Clear()
    {
        while (_count > 0)
        {
            ReleaseFirst();
        }

        _offset = 0;
        Length = 0;
    }

    private PayloadBlock Block(int index) => _blocks[(_first + index) & (_blocks.Length - 1)]!;

    private static void Write(PayloadBlock block, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(block.Bytes.AsSpan(block.Filled));
        block.Filled += bytes.Length;
    }

    /// <summary>
    /// Puts a block of the usual size in the place of the small one. What sends a small message now and then stays with small blocks: with
    /// thousands of connections that keeps their bytes in the processor's cache.
    /// </summary>
    private void Enlarge()
    {
        PayloadBlock small = Block(0);
        PayloadBlock block = pool.RentBlock(BlockSize);
        Write(block, small.Bytes.AsSpan(0, small.Filled));
        _blocks[_first] = block;
        small.Release();
    }

    private PayloadBlock AddBlock(int size)
    {
        if (_count == _blocks.Length)
        {
            var larger = new PayloadBlock?[Math.Max(2, _count * 2)];
            for (int i = 0; i < _count; i++)
            {
                larger[i] = Block(i);
            }

            _blocks = larger;
            _first = 0;
        }

        PayloadBlock block = pool.RentBlock(size);
        _blocks[(_first + _count++) & (_blocks.Length - 1)] = block;
        return block;
    }

    private void ReleaseFirst()
    {
        Block(0).Release();
        _blocks[_first] = null;
        _first = (_first + 1) & (_blocks.Length - 1);
        _count--;
    }
}
