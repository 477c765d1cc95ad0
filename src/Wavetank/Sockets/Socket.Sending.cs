using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    private SendOperation? _sendOperation;

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>
    public int Send(ReadOnlySpan<byte> buffer) => Send(buffer, SocketFlags.None);

    /// <summary>
    /// Sends to the connected peer. On a stream it returns when all bytes stand in the send buffer, having waited for room; a
    /// non-blocking socket sends what fits.
    /// </summary>
    /// <param name="buffer">What to send.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="SocketException">
    /// The connection was reset (ConnectionReset), is closed or was never there (Shutdown), the send timeout passed (TimedOut), or a
    /// non-blocking socket has no room (WouldBlock).
    /// </exception>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    /// <exception cref="InvalidOperationException">The call would block an asynchronous program.</exception>
    public int Send(ReadOnlySpan<byte> buffer, SocketFlags socketFlags)
    {
        int sent = Send(buffer, socketFlags, out SocketError error);
        return error == SocketError.Success ? sent : throw new SocketException((int)error);
    }

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>
    /// <param name="buffer">What to send.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int Send(ReadOnlySpan<byte> buffer, SocketFlags socketFlags, out SocketError errorCode)
    {
        Enter();
        return SendCore(buffer, socketFlags, null, out errorCode);
    }

    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte}, SocketFlags, CancellationToken)"/>
    public Task<int> SendAsync(ArraySegment<byte> buffer) => SendAsync(buffer, SocketFlags.None);

    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte}, SocketFlags, CancellationToken)"/>
    public Task<int> SendAsync(ArraySegment<byte> buffer, SocketFlags socketFlags)
    {
        Buffers.ThrowIfDefault(buffer);
        return SendAsync((ReadOnlyMemory<byte>)buffer, socketFlags, CancellationToken.None).AsTask();
    }

    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte}, SocketFlags, CancellationToken)"/>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        SendAsync(buffer, SocketFlags.None, cancellationToken);

    /// <summary>Sends to the connected peer. On a stream it ends when all bytes stand in the send buffer.</summary>
    /// <param name="buffer">What to send; it must stay as it is until the call has ended.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="cancellationToken">Ends the wait; bytes that stand in the send buffer by then are sent all the same.</param>
    /// <returns>How many bytes were sent. Its exceptions are those of <see cref="Send(ReadOnlySpan{byte}, SocketFlags)"/>.</returns>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, CancellationToken cancellationToken = default)
    {
        Enter();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return TrySendNow(buffer.Span, socketFlags, null, out int sent) switch
        {
            SocketError.Success => new ValueTask<int>(sent),
            SocketError.WouldBlock => StartSend(buffer, sent, socketFlags, null, forStream: false, cancellationToken).AsValueTask(),
            SocketError error => ValueTask.FromException<int>(new SocketException((int)error)),
        };
    }

    /// <summary>A stream's write: as SendAsync, with the errors of a stream.</summary>
    internal ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        Enter();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        return TrySendNow(buffer.Span, SocketFlags.None, null, out int sent) switch
        {
            SocketError.Success => ValueTask.CompletedTask,
            SocketError.WouldBlock => StartSend(buffer, sent, SocketFlags.None, null, forStream: true, cancellationToken).AsUntypedValueTask(),
            SocketError error => ValueTask.FromException(SocketErrors.ToException(error, "Send", forStream: true)),
        };
    }

    private SendOperation StartSend(
        ReadOnlyMemory<byte> buffer, int sent, SocketFlags flags, TransportAddress? destination, bool forStream, CancellationToken cancellationToken)
    {
        SendOperation operation = Rent(ref _sendOperation, static socket => new SendOperation(socket), this);
        operation.Start(buffer[sent..], sent, flags, destination, forStream, cancellationToken);
        return operation;
    }

    private int SendCore(ReadOnlySpan<byte> buffer, SocketFlags flags, TransportAddress? destination, out SocketError error)
    {
        error = TrySendNow(buffer, flags, destination, out int sent);
        if (error == SocketError.WouldBlock)
        {
            if (_blocking)
            {
                error = SendBlocking(buffer, flags, destination, ref sent);
            }
            else if (sent > 0)
            {
                error = SocketError.Success;
            }
        }

        return error == SocketError.Success ? sent : 0;
    }

    /// <summary>Sends as much as fits, if nobody waits already. WouldBlock means that some bytes are left.</summary>
    private SocketError TrySendNow(ReadOnlySpan<byte> buffer, SocketFlags flags, TransportAddress? destination, out int sent)
    {
        sent = 0;
        if (!Transport.Writes.IsEmpty)
        {
            return SocketError.WouldBlock;
        }

        SocketError error;
        do
        {
            error = Transport.TrySend(buffer[sent..], flags, destination, out int taken);
            sent += taken;
        }
        while (error == SocketError.Success && sent < buffer.Length);

        OnError(error);
        return error;
    }

    private SocketError SendBlocking(ReadOnlySpan<byte> buffer, SocketFlags flags, TransportAddress? destination, ref int sent)
    {
        BlockingWait wait = Rent(ref _writeWait, static socket => new BlockingWait(socket), this);
        wait.Start(Transport.Writes, "Send", Transport.Settings.SendTimeout);
        SocketError error;
        try
        {
            do
            {
                error = wait.AwaitTurn();
                if (_disposed)
                {
                    return SocketError.ConnectionAborted;
                }

                if (error == SocketError.Success)
                {
                    error = Transport.TrySend(buffer[sent..], flags, destination, out int taken);
                    sent += taken;
                }
            }
            while (error == SocketError.WouldBlock || (error == SocketError.Success && sent < buffer.Length));
        }
        finally
        {
            wait.Leave();
        }

        OnError(error);
        return error;
    }
}
