using System.Buffers;

namespace Wavetank.Recording;

/// <summary>
/// A buffer before a stream that fails late: the first failure of the stream is remembered and ends the writing, and
/// <see cref="Complete"/> throws it. A full disk so stops a recording, but not the run that it records.
/// </summary>
internal sealed class RecordingStream(Stream stream, string name, bool leaveOpen) : IBufferWriter<byte>
{
    // Holds the largest packet with its block around it.
    private const int InitialCapacity = 128 * 1024;

    private byte[] _buffer = new byte[InitialCapacity];
    private int _count;
    private Exception? _failure;
    private bool _completed;

    /// <summary>Whether nothing more is written: the stream failed, or the recording is complete.</summary>
    public bool IsClosed => _failure is not null || _completed;

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Writes what is still buffered and tells whether all went well. Later calls do nothing.</summary>
    /// <exception cref="IOException">The stream failed, now or earlier.</exception>
    public void Complete()
    {
        if (_completed)
        {
            return;
        }

        Flush();
        Guard(static (stream, _) => stream.Flush());
        _completed = true;
        if (_failure is { } failure)
        {
            throw new IOException($"The {name} is incomplete, because writing it failed: {failure.Message}", failure);
        }
    }

    public void Dispose()
    {
        if (!leaveOpen)
        {
            Guard(static (stream, _) => stream.Dispose(), evenAfterFailure: true);
        }
    }

    private void MakeRoom(int size)
    {
        if (_buffer.Length - _count >= size)
        {
            return;
        }

        Flush();
        if (_buffer.Length < size)
        {
            _buffer = new byte[Math.Max(size, _buffer.Length * 2)];
        }
    }

    private void Flush()
    {
        Guard(static (stream, self) => stream.Write(self._buffer, 0, self._count));
        _count = 0;
    }

    private void Guard(Action<Stream, RecordingStream> action, bool evenAfterFailure = false)
    {
        if (_failure is not null && !evenAfterFailure)
        {
            return;
        }

        try
        {
            action(stream, this);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            // The disk is full, the pipe's reader is gone, the caller closed the stream too early.
            _failure ??= exception;
        }
    }
}
