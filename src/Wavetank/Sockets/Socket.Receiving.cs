using System.Net.Sockets;
using Wavetank.Sockets.Transports;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    private ReceiveOperation? _receiveOperation;

    /// <inheritdoc cref="Receive(Span{byte}, SocketFlags)"/>
    public int Receive(Span<byte> buffer) => Receive(buffer, SocketFlags.None);

    /// <summary>Receives what is there, and waits while nothing is.</summary>
    /// <param name="buffer">Takes the bytes. What does not fit of a datagram is lost.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <returns>How many bytes came; 0 at the end of a stream.</returns>
    /// <exception cref="SocketException">
    /// The connection was reset (ConnectionReset) or never there (NotConnected), the receive timeout passed (TimedOut), the socket is
    /// non-blocking and nothing is there (WouldBlock), or it was closed meanwhile (ConnectionAborted).
    /// </exception>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    /// <exception cref="InvalidOperationException">The call would block an asynchronous program.</exception>
    public int Receive(Span<byte> buffer, SocketFlags socketFlags)
    {
        int received = Receive(buffer, socketFlags, out SocketError error);
        return error == SocketError.Success ? received : throw new SocketException((int)error);
    }

    /// <inheritdoc cref="Receive(Span{byte}, SocketFlags)"/>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int Receive(Span<byte> buffer, SocketFlags socketFlags, out SocketError errorCode)
    {
        Enter();
        errorCode = ReceiveCore(buffer, socketFlags, out ReceivedMessage message);
        return message.Length;
    }

    /// <inheritdoc cref="ReceiveAsync(Memory{byte}, SocketFlags, CancellationToken)"/>
    public Task<int> ReceiveAsync(ArraySegment<byte> buffer) => ReceiveAsync(buffer, SocketFlags.None);

    /// <inheritdoc cref="ReceiveAsync(Memory{byte}, SocketFlags, CancellationToken)"/>
    public Task<int> ReceiveAsync(ArraySegment<byte> buffer, SocketFlags socketFlags)
    {
        Buffers.ThrowIfDefault(buffer);
        return ReceiveAsync((Memory<byte>)buffer, socketFlags, CancellationToken.None).AsTask();
    }

    /// <inheritdoc cref="ReceiveAsync(Memory{byte}, SocketFlags, CancellationToken)"/>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ReceiveAsync(buffer, SocketFlags.None, cancellationToken);

    /// <summary>Receives what is there, once something is.</summary>
    /// <param name="buffer">Takes the bytes. With no room it waits until there is something to read and takes nothing.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="cancellationToken">Ends the wait; the socket stays usable.</param>
    /// <returns>How many bytes came; 0 at the end of a stream. Its exceptions are those of <see cref="Receive(Span{byte}, SocketFlags)"/>.</returns>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, SocketFlags socketFlags, CancellationToken cancellationToken = default) =>
        ReceiveAsync(buffer, socketFlags, forStream: false, cancellationToken);

    internal ValueTask<int> ReceiveAsync(Memory<byte> buffer, SocketFlags flags, bool forStream, CancellationToken cancellationToken)
    {
        Enter();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return TryReceiveNow(buffer.Span, flags, out ReceivedMessage message) switch
        {
            SocketError.Success => new ValueTask<int>(message.Length),
            SocketError.WouldBlock => StartReceive(buffer, flags, null, forStream, cancellationToken).AsValueTask(),
            SocketError error => ValueTask.FromException<int>(SocketErrors.ToException(error, "Receive", forStream)),
        };
    }

    private ReceiveOperation StartReceive(
        Memory<byte> buffer, SocketFlags flags, System.Net.SocketAddress? sender, bool forStream, CancellationToken cancellationToken)
    {
        ReceiveOperation operation = Rent(ref _receiveOperation, static socket => new ReceiveOperation(socket), this);
        operation.Start(buffer, flags, sender, forStream, cancellationToken);
        return operation;
    }

    private SocketError ReceiveCore(Span<byte> buffer, SocketFlags flags, out ReceivedMessage message)
    {
        message = default;
        SocketError error = _blocking && Transport.IsBelowLowWater(buffer.Length) ? SocketError.WouldBlock : TryReceiveNow(buffer, flags, out message);
        return error == SocketError.WouldBlock && _blocking ? ReceiveBlocking(buffer, flags, out message) : error;
    }

    /// <summary>Receives if something is there and nobody waits already.</summary>
    private SocketError TryReceiveNow(Span<byte> buffer, SocketFlags flags, out ReceivedMessage message)
    {
        message = default;
        if (!Transport.Reads.IsEmpty)
        {
            return SocketError.WouldBlock;
        }

        SocketError error = Transport.TryReceive(buffer, flags, out message);
        OnError(error);
        return error;
    }

    private SocketError ReceiveBlocking(Span<byte> buffer, SocketFlags flags, out ReceivedMessage message)
    {
        message = default;
        BlockingWait wait = Rent(ref _readWait, static socket => new BlockingWait(socket), this);
        wait.Start(Transport.Reads, "Receive", Transport.Settings.ReceiveTimeout, buffer.Length);
        SocketError error;
        try
        {
            do
            {
                error = wait.AwaitTurn();
                if (_disposed)
                {
                    return SocketType == SocketType.Stream ? SocketError.ConnectionAborted : SocketError.Interrupted;
                }

                // When its time is up, a receive takes what is there, little as it may be.
                if (error == SocketError.Success || (error == SocketError.TimedOut && Transport.Available > 0))
                {
                    error = Transport.TryReceive(buffer, flags, out message);
                }
            }
            while (error == SocketError.WouldBlock);
        }
        finally
        {
            wait.Leave();
        }

        OnError(error);
        return error;
    }
}
