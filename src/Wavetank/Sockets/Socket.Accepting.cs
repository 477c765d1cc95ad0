using System.Net.Sockets;
using Wavetank.Sockets.Transports;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    private AcceptOperation? _acceptOperation;
    private BlockingWait? _readWait;

    /// <summary>Listens with the longest backlog that there is.</summary>
    /// <exception cref="SocketException">The socket is no stream socket, is connected, or another listens there.</exception>
    public void Listen() => Listen(int.MaxValue);

    /// <summary>Listens for connections.</summary>
    /// <param name="backlog">Connections that may wait to be accepted; as on Linux, one more does, and 4096 at most.</param>
    /// <exception cref="SocketException">The socket is no stream socket, is connected, or another listens there.</exception>
    public void Listen(int backlog)
    {
        Enter();
        ThrowOn(Transport.Listen(backlog));
    }

    /// <summary>Takes the next connection, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">The socket is not bound or does not listen, or the call would block an asynchronous program.</exception>
    /// <exception cref="SocketException">The socket is non-blocking and no connection is there (WouldBlock), or it was closed meanwhile (Interrupted).</exception>
    public Socket Accept()
    {
        Enter();
        ThrowIfCannotAccept();
        StreamTransport? accepted = null;
        SocketError error = Transport.Reads.IsEmpty ? Transport.TryAccept(out accepted) : SocketError.WouldBlock;
        if (error == SocketError.WouldBlock && _blocking)
        {
            error = WaitForConnection(out accepted);
        }

        ThrowOn(error);
        return new Socket(this, accepted!);
    }

    /// <summary>Takes the next connection once it is there.</summary>
    public Task<Socket> AcceptAsync() => AcceptAsync(CancellationToken.None).AsTask();

    /// <inheritdoc cref="AcceptAsync(Socket?, CancellationToken)"/>
    public Task<Socket> AcceptAsync(Socket? acceptSocket) => AcceptAsync(acceptSocket, CancellationToken.None).AsTask();

    /// <summary>Takes the next connection once it is there, into a given socket.</summary>
    /// <param name="acceptSocket">A socket that was made and not used yet; null for a new one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException"><paramref name="acceptSocket"/> is bound or connected, or the listening socket does not listen.</exception>
    public ValueTask<Socket> AcceptAsync(Socket? acceptSocket, CancellationToken cancellationToken)
    {
        Enter();
        if (acceptSocket is not null && (acceptSocket._disposed || acceptSocket._isBound || acceptSocket._isConnected))
        {
            throw new InvalidOperationException("The socket to accept into must be neither bound nor connected.");
        }

        return Accept(AcceptAsync(cancellationToken), acceptSocket);

        static async ValueTask<Socket> Accept(ValueTask<Socket> accept, Socket? target)
        {
            Socket accepted = await accept.ConfigureAwait(false);
            return target is null ? accepted : target.Adopt(accepted);
        }
    }

    /// <inheritdoc cref="AcceptAsync()"/>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The socket is not bound or does not listen.</exception>
    public ValueTask<Socket> AcceptAsync(CancellationToken cancellationToken)
    {
        Enter();
        ThrowIfCannotAccept();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Socket>(cancellationToken);
        }

        if (Transport.Reads.IsEmpty && Transport.TryAccept(out StreamTransport? accepted) == SocketError.Success)
        {
            return new ValueTask<Socket>(new Socket(this, accepted!));
        }

        AcceptOperation operation = Rent(ref _acceptOperation, static socket => new AcceptOperation(socket), this);
        operation.Start(cancellationToken);
        return WaitForConnectionAsync(operation);
    }

    private async ValueTask<Socket> WaitForConnectionAsync(AcceptOperation operation)
    {
        await operation.AsValueTask().ConfigureAwait(false);
        return new Socket(this, operation.Take());
    }

    private SocketError WaitForConnection(out StreamTransport? accepted)
    {
        accepted = null;
        BlockingWait wait = Rent(ref _readWait, static socket => new BlockingWait(socket), this);
        wait.Start(Transport.Reads, "Accept", milliseconds: 0);
        try
        {
            SocketError error = SocketError.WouldBlock;
            while (error == SocketError.WouldBlock)
            {
                error = wait.AwaitTurn();
                error = _disposed ? SocketError.Interrupted
                    : error == SocketError.Success ? Transport.TryAccept(out accepted)
                    : error;
            }

            return error;
        }
        finally
        {
            wait.Leave();
        }
    }

    private void ThrowIfCannotAccept()
    {
        if (!_isBound)
        {
            throw new InvalidOperationException("The socket must be bound before it can accept: call Bind, then Listen.");
        }

        if (!Transport.IsListening)
        {
            throw new InvalidOperationException("The socket must listen before it can accept: call Listen.");
        }
    }
}
