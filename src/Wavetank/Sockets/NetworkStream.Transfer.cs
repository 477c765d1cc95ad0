using System.Net.Sockets;

namespace Wavetank.Sockets;

public partial class NetworkStream
{
    /// <summary>Reads what is there, and waits while nothing is.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <returns>How many bytes came; 0 at the end of the stream.</returns>
    /// <exception cref="IOException">The socket failed; the inner <see cref="SocketException"/> says how.</exception>
    public override int Read(Span<byte> buffer)
    {
        ThrowIfCannotRead();
        int received = Socket.Receive(buffer, SocketFlags.None, out SocketError error);
        return error == SocketError.Success ? received : throw SocketErrors.ToException(error, "Receive", forStream: true);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfCannotRead();
        return Socket.ReceiveAsync(buffer, SocketFlags.None, forStream: true, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Writes all bytes, and waits for room in the send buffer.</summary>
    /// <param name="buffer">What to write.</param>
    /// <exception cref="IOException">The socket failed; the inner <see cref="SocketException"/> says how.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ThrowIfCannotWrite();
        Socket.Send(buffer, SocketFlags.None, out SocketError error);
        if (error != SocketError.Success)
        {
            throw SocketErrors.ToException(error, "Send", forStream: true);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfCannotWrite();
        return Socket.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    private void ThrowIfCannotRead()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!Readable)
        {
            throw new InvalidOperationException("The stream was made for writing only.");
        }
    }

    private void ThrowIfCannotWrite()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!Writeable)
        {
            throw new InvalidOperationException("The stream was made for reading only.");
        }
    }
}
