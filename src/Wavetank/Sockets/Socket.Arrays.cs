using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>The overloads over arrays and lists of buffers.</summary>
public partial class Socket
{
    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>
    public int Send(byte[] buffer) => Send(buffer, 0, buffer?.Length ?? 0, SocketFlags.None);

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>
    public int Send(byte[] buffer, SocketFlags socketFlags) => Send(buffer, 0, buffer?.Length ?? 0, socketFlags);

    /// <inheritdoc cref="Send(byte[], int, int, SocketFlags)"/>
    public int Send(byte[] buffer, int size, SocketFlags socketFlags) => Send(buffer, 0, size, socketFlags);

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>
    /// <param name="buffer">Holds what to send.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to send.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and size do not lie in the buffer.</exception>
    public int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags)
    {
        int sent = Send(buffer, offset, size, socketFlags, out SocketError error);
        return error == SocketError.Success ? sent : throw new SocketException((int)error);
    }

    /// <inheritdoc cref="Send(byte[], int, int, SocketFlags)"/>
    /// <param name="buffer">Holds what to send.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to send.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags, out SocketError errorCode)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return SendCore(buffer.AsSpan(offset, size), socketFlags, null, out errorCode);
    }

    /// <inheritdoc cref="Send(IList{ArraySegment{byte}}, SocketFlags)"/>
    public int Send(IList<ArraySegment<byte>> buffers) => Send(buffers, SocketFlags.None);

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>
    /// <param name="buffers">What to send, one after the other; on a datagram socket they make one datagram.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    public int Send(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags)
    {
        int sent = Send(buffers, socketFlags, out SocketError error);
        return error == SocketError.Success ? sent : throw new SocketException((int)error);
    }

    /// <inheritdoc cref="Send(IList{ArraySegment{byte}}, SocketFlags)"/>
    /// <param name="buffers">What to send, one after the other.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int Send(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, out SocketError errorCode)
    {
        Enter();
        Buffers.Check(buffers);
        return SendCore(Buffers.Gather(buffers), socketFlags, null, out errorCode);
    }

    /// <inheritdoc cref="SendAsync(IList{ArraySegment{byte}}, SocketFlags)"/>
    public Task<int> SendAsync(IList<ArraySegment<byte>> buffers) => SendAsync(buffers, SocketFlags.None);

    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte}, SocketFlags, CancellationToken)"/>
    /// <param name="buffers">What to send, one after the other; on a datagram socket they make one datagram.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    public Task<int> SendAsync(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags)
    {
        Enter();
        Buffers.Check(buffers);
        return SendAsync((ReadOnlyMemory<byte>)Buffers.Gather(buffers), socketFlags, CancellationToken.None).AsTask();
    }

    /// <inheritdoc cref="Receive(Span{byte}, SocketFlags)"/>
    public int Receive(byte[] buffer) => Receive(buffer, 0, buffer?.Length ?? 0, SocketFlags.None);

    /// <inheritdoc cref="Receive(Span{byte}, SocketFlags)"/>
    public int Receive(byte[] buffer, SocketFlags socketFlags) => Receive(buffer, 0, buffer?.Length ?? 0, socketFlags);

    /// <inheritdoc cref="Receive(byte[], int, int, SocketFlags)"/>
    public int Receive(byte[] buffer, int size, SocketFlags socketFlags) => Receive(buffer, 0, size, socketFlags);

    /// <inheritdoc cref="Receive(Span{byte}, SocketFlags)"/>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="offset">Where they begin in the buffer.</param>
    /// <param name="size">How many to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and size do not lie in the buffer.</exception>
    public int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags)
    {
        int received = Receive(buffer, offset, size, socketFlags, out SocketError error);
        return error == SocketError.Success ? received : throw new SocketException((int)error);
    }

    /// <inheritdoc cref="Receive(byte[], int, int, SocketFlags)"/>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="offset">Where they begin in the buffer.</param>
    /// <param name="size">How many to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags, out SocketError errorCode)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return Receive(buffer.AsSpan(offset, size), socketFlags, out errorCode);
    }

    /// <inheritdoc cref="Receive(IList{ArraySegment{byte}}, SocketFlags)"/>
    public int Receive(IList<ArraySegment<byte>> buffers) => Receive(buffers, SocketFlags.None);

    /// <inheritdoc cref="Receive(Span{byte}, SocketFlags)"/>
    /// <param name="buffers">Take the bytes, one after the other.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    public int Receive(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags)
    {
        int received = Receive(buffers, socketFlags, out SocketError error);
        return error == SocketError.Success ? received : throw new SocketException((int)error);
    }

    /// <inheritdoc cref="Receive(IList{ArraySegment{byte}}, SocketFlags)"/>
    /// <param name="buffers">Take the bytes, one after the other.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int Receive(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, out SocketError errorCode)
    {
        Enter();
        Buffers.Check(buffers);
        byte[] all = new byte[Buffers.TotalLength(buffers)];
        int received = Receive(all, socketFlags, out errorCode);
        Buffers.Scatter(all.AsSpan(0, received), buffers);
        return received;
    }

    /// <inheritdoc cref="ReceiveAsync(IList{ArraySegment{byte}}, SocketFlags)"/>
    public Task<int> ReceiveAsync(IList<ArraySegment<byte>> buffers) => ReceiveAsync(buffers, SocketFlags.None);

    /// <inheritdoc cref="ReceiveAsync(Memory{byte}, SocketFlags, CancellationToken)"/>
    /// <param name="buffers">Take the bytes, one after the other.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    public Task<int> ReceiveAsync(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags)
    {
        Enter();
        Buffers.Check(buffers);
        return ReceiveScatteredAsync(buffers, socketFlags);
    }

    private async Task<int> ReceiveScatteredAsync(IList<ArraySegment<byte>> buffers, SocketFlags flags)
    {
        byte[] all = new byte[Buffers.TotalLength(buffers)];
        int received = await ReceiveAsync((Memory<byte>)all, flags, CancellationToken.None).ConfigureAwait(false);
        Buffers.Scatter(all.AsSpan(0, received), buffers);
        return received;
    }
}
