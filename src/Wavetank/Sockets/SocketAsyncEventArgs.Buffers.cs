using System.Runtime.InteropServices;

namespace Wavetank.Sockets;

public partial class SocketAsyncEventArgs
{
    private Memory<byte> _memory;
    private bool _isArray;
    private IList<ArraySegment<byte>>? _bufferList;

    /// <summary>The array that was set as the buffer; null where none was.</summary>
    public byte[]? Buffer => _isArray && MemoryMarshal.TryGetArray(_memory, out ArraySegment<byte> segment) ? segment.Array : null;

    /// <summary>The memory that was set as the buffer.</summary>
    public Memory<byte> MemoryBuffer => _memory;

    /// <summary>Where in the buffer the bytes begin.</summary>
    public int Offset { get; private set; }

    /// <summary>How many bytes of the buffer count.</summary>
    public int Count { get; private set; }

    /// <summary>Several buffers instead of one.</summary>
    /// <exception cref="ArgumentException">A buffer is set.</exception>
    public IList<ArraySegment<byte>>? BufferList
    {
        get => _bufferList;
        set
        {
            ThrowIfNotFree();
            if (value is not null)
            {
                if (!_memory.Equals(default))
                {
                    throw new ArgumentException("There is a buffer already: call SetBuffer with null before buffers are set.");
                }

                foreach (ArraySegment<byte> buffer in value)
                {
                    Buffers.ThrowIfDefault(buffer);
                }
            }

            _bufferList = value;
        }
    }

    /// <summary>Sets the buffer.</summary>
    /// <param name="buffer">The buffer; null for none.</param>
    /// <param name="offset">Where in it the bytes begin.</param>
    /// <param name="count">How many bytes count.</param>
    /// <exception cref="ArgumentException"><see cref="BufferList"/> is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Offset and count do not lie in the buffer.</exception>
    public void SetBuffer(byte[]? buffer, int offset, int count)
    {
        ThrowIfNotFree();
        if (buffer is null)
        {
            (_memory, _isArray, Offset, Count) = (default, false, 0, 0);
            return;
        }

        ThrowIfBufferList();
        Check(buffer.Length, offset, count);
        (_memory, _isArray, Offset, Count) = (buffer, true, offset, count);
    }

    /// <summary>Sets which bytes of the buffer count.</summary>
    /// <param name="offset">Where in it the bytes begin.</param>
    /// <param name="count">How many bytes count.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and count do not lie in the buffer.</exception>
    public void SetBuffer(int offset, int count)
    {
        ThrowIfNotFree();
        if (_memory.Equals(default))
        {
            return;
        }

        Check(_memory.Length, offset, count);
        (Offset, Count) = (offset, count);
    }

    /// <summary>Sets the buffer.</summary>
    /// <param name="buffer">The buffer; all of it counts.</param>
    /// <exception cref="ArgumentException"><see cref="BufferList"/> is set.</exception>
    public void SetBuffer(Memory<byte> buffer)
    {
        ThrowIfNotFree();
        if (!buffer.IsEmpty)
        {
            ThrowIfBufferList();
        }

        (_memory, _isArray, Offset, Count) = (buffer, false, 0, buffer.Length);
    }

    /// <summary>The bytes that count.</summary>
    internal Memory<byte> Bytes => _memory.Slice(Offset, Count);

    private void ThrowIfBufferList()
    {
        if (_bufferList is not null)
        {
            throw new ArgumentException("There are buffers already: set BufferList to null before a buffer is set.");
        }
    }

    private static void Check(int length, int offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)length, nameof(offset));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(length - offset), nameof(count));
    }
}
