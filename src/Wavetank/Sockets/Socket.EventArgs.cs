using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>Connections by <see cref="SocketAsyncEventArgs"/>.</summary>
public partial class Socket
{
    /// <summary>Takes the next connection once it is there.</summary>
    /// <param name="e">AcceptSocket is the connection's socket afterwards.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    /// <exception cref="InvalidOperationException">The socket is not bound or does not listen, or <paramref name="e"/> is in use.</exception>
    /// <exception cref="PlatformNotSupportedException">A buffer is set: as on Linux, an accept receives nothing.</exception>
    public bool AcceptAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        ThrowIfBufferList(e);
        ThrowIfCannotAccept();
        if (e.AcceptSocket is { } target && (target._isBound || target._isConnected))
        {
            throw new InvalidOperationException("The socket to accept into must be neither bound nor connected.");
        }

        e.Begin(this, SocketAsyncOperation.Accept);
        if (e.Count > 0)
        {
            e.GiveUp();
            throw new PlatformNotSupportedException("As on Linux, an accept receives nothing. Receive once it has ended.");
        }

        return e.Follow(Accept(e));

        async ValueTask Accept(SocketAsyncEventArgs e)
        {
            Socket accepted = await AcceptAsync(e.AcceptSocket, CancellationToken.None).ConfigureAwait(false);
            e.AcceptSocket = accepted;
            e.SetResult(0, SocketFlags.None);
        }
    }

    /// <summary>Connects, and sends what is set as the buffer.</summary>
    /// <param name="e">RemoteEndPoint says where to.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    /// <exception cref="ArgumentException">RemoteEndPoint is null, or BufferList is set.</exception>
    /// <exception cref="InvalidOperationException">The socket listens, or <paramref name="e"/> is in use.</exception>
    public bool ConnectAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        ThrowIfBufferList(e);
        EndPoint? remote = e.RemoteEndPoint;

        // As the platform, which names the parameter that the other calls have.
        ArgumentNullException.ThrowIfNull(remote, "remoteEP");
        ThrowIfCannotConnect();
        ThrowIfOtherFamily(remote.AddressFamily);
        e.Begin(this, SocketAsyncOperation.Connect);
        return e.Follow(ConnectAndSendAsync(e));
    }

    /// <summary>Makes a socket and connects it.</summary>
    /// <param name="socketType">Stream or Dgram.</param>
    /// <param name="protocolType">Tcp or Udp.</param>
    /// <param name="e">RemoteEndPoint says where to; ConnectSocket is the socket afterwards.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    public static bool ConnectAsync(SocketType socketType, ProtocolType protocolType, SocketAsyncEventArgs e)
    {
        ArgumentNullException.ThrowIfNull(e);
        ThrowIfBufferList(e);
        AddressFamily family = CheckRemoteEndPoint(e).AddressFamily;
        Socket socket = family == AddressFamily.Unspecified ? new Socket(socketType, protocolType) : new Socket(family, socketType, protocolType);
        e.Begin(null, SocketAsyncOperation.Connect);
        return e.Follow(Connect(socket, e));

        static async ValueTask Connect(Socket socket, SocketAsyncEventArgs e)
        {
            try
            {
                await socket.ConnectAndSendAsync(e).ConfigureAwait(false);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    /// <summary>Takes back a connect that is pending; it ends with OperationAborted.</summary>
    /// <param name="e">What the connect was begun with.</param>
    public static void CancelConnectAsync(SocketAsyncEventArgs e)
    {
        ArgumentNullException.ThrowIfNull(e);
        e.ConnectCancellation?.Cancel();
    }

    /// <summary>Ends the connection in order.</summary>
    /// <param name="e">DisconnectReuseSocket makes no difference.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    public bool DisconnectAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        e.Begin(this, SocketAsyncOperation.Disconnect);
        try
        {
            Disconnect(e.DisconnectReuseSocket);
        }
        catch
        {
            e.GiveUp();
            throw;
        }

        e.SetResult(0, SocketFlags.None);
        return e.Follow(ValueTask.CompletedTask);
    }

    private static void ThrowIfBufferList(SocketAsyncEventArgs e)
    {
        if (e.BufferList is not null)
        {
            throw new ArgumentException("This operation takes one buffer, not several.", nameof(e));
        }
    }

    private static EndPoint CheckRemoteEndPoint(SocketAsyncEventArgs e) =>
        e.RemoteEndPoint ?? throw new ArgumentException("RemoteEndPoint must be set.", nameof(e));

    private async ValueTask ConnectAndSendAsync(SocketAsyncEventArgs e)
    {
        using var cancellation = new CancellationTokenSource();
        e.ConnectCancellation = cancellation;
        e.ConnectSocket = null;
        try
        {
            await ConnectAsync(e.RemoteEndPoint!, cancellation.Token).ConfigureAwait(false);
        }
        finally
        {
            e.ConnectCancellation = null;
        }

        int sent = e.Count == 0 ? 0 : await SendAsync(e.Bytes).ConfigureAwait(false);
        e.ConnectSocket = this;
        e.SetResult(sent, SocketFlags.None);
    }
}
