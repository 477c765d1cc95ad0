using System.Net.Sockets;
using Wavetank.Engine.Programs;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    private int _closeTimeout = -1;

    /// <summary>Ends sending, receiving or both. The peer of a stream sees the end of what was sent.</summary>
    /// <param name="how">What to end.</param>
    /// <exception cref="SocketException">The socket is not connected (NotConnected).</exception>
    public void Shutdown(SocketShutdown how)
    {
        Enter();
        ThrowOn(Transport.Shutdown(how));
        SetDisconnected();
    }

    /// <summary>Ends the connection in order; as on Linux, the socket cannot connect again by <see cref="Connect(System.Net.EndPoint)"/>.</summary>
    /// <param name="reuseSocket">Whether the program wants to use the socket again; it makes no difference.</param>
    /// <exception cref="SocketException">The socket is not connected (NotConnected).</exception>
    public void Disconnect(bool reuseSocket)
    {
        Enter();
        ThrowOn(Transport.Shutdown(SocketShutdown.Both));
        SetDisconnected();
        _remote = null;
    }

    /// <inheritdoc cref="Disconnect(bool)"/>
    /// <param name="reuseSocket">Whether the program wants to use the socket again; it makes no difference.</param>
    /// <param name="cancellationToken">Ends the call before it has begun.</param>
    public ValueTask DisconnectAsync(bool reuseSocket, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        Disconnect(reuseSocket);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the socket. Calls that wait on it end with an error.</summary>
    public void Close() => Dispose();

    /// <summary>Closes the socket.</summary>
    /// <param name="timeout">Seconds that what was sent may take to be delivered; 0 resets the connection, -1 leaves it to LingerState.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is less than -1.</exception>
    public void Close(int timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, -1);
        _closeTimeout = timeout;
        Dispose();
    }

    /// <summary>What a stream's close does: the peer sees the end of what was written, even where a read still waits.</summary>
    /// <param name="timeout">Milliseconds, or -1.</param>
    internal void CloseInOrder(int timeout)
    {
        if (!_disposed)
        {
            ThrowIfOffLoop();
            Transport.Reads.Abort();
            Transport.Writes.Abort();
            Transport.Shutdown(SocketShutdown.Both);
        }

        Close(timeout);
    }

    /// <summary>Closes the socket.</summary>
    /// <param name="disposing">Whether the program asks for it; there is nothing to do when the garbage collector does.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
        {
            return;
        }

        ThrowIfOffLoop();
        bool linger = Transport.Settings.Tcp.LingerState is { Enabled: true, LingerTime: > 0 };
        if (linger && _isConnected && SimulatedProgram.Current is { MayBlock: true })
        {
            LingerUntilDelivered(Transport.Settings.Tcp.LingerState!.LingerTime);
        }

        _disposed = true;
        SetDisconnected();

        // As on Linux, where calls that wait are freed by breaking the connection.
        bool abort = _closeTimeout == 0 || !Transport.Reads.IsEmpty || !Transport.Writes.IsEmpty;
        Transport.Close(abort);
        Transport.Reads.Abort();
        Transport.Writes.Abort();
    }

    /// <summary>SO_LINGER: a blocking program's close waits until the peer has everything, or for the linger time.</summary>
    private void LingerUntilDelivered(int seconds)
    {
        if (Transport.Shutdown(SocketShutdown.Send) != SocketError.Success)
        {
            return;
        }

        var wait = new ReadinessWait(Transport.Stack.Simulator);
        wait.SetDeadline(TimeSpan.FromSeconds(seconds));
        Transport.Watch(wait);
        try
        {
            while (!Transport.IsDelivered && !wait.HasTimedOut)
            {
                wait.Block();
            }
        }
        finally
        {
            Transport.Unwatch(wait);
            wait.CancelDeadline();
        }
    }
}
