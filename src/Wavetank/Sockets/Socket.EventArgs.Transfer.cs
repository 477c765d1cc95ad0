using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Transports;

namespace Wavetank.Sockets;

/// <summary>Sending and receiving by <see cref="SocketAsyncEventArgs"/>.</summary>
public partial class Socket
{
    /// <summary>Receives what is there, once something is.</summary>
    /// <param name="e">Its buffer or buffers take the bytes.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    public bool ReceiveAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        e.Begin(this, SocketAsyncOperation.Receive);
        return e.Follow(Receive(e));

        async ValueTask Receive(SocketAsyncEventArgs e)
        {
            ReceivedMessage message = await ReceiveAsync(e, e.SocketFlags).ConfigureAwait(false);
            e.SetResult(message.Length, message.Flags);
        }
    }

    /// <summary>Receives a datagram and tells its sender.</summary>
    /// <param name="e">Its buffer or buffers take the payload. RemoteEndPoint is any end point of the socket's family; the sender afterwards.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    /// <exception cref="ArgumentException">RemoteEndPoint is null or of another family.</exception>
    public bool ReceiveFromAsync(SocketAsyncEventArgs e)
    {
        EndPoint example = CheckReceiveFrom(e);
        e.Begin(this, SocketAsyncOperation.ReceiveFrom);
        return e.Follow(Receive(e, example));

        async ValueTask Receive(SocketAsyncEventArgs e, EndPoint example)
        {
            ReceivedMessage message = await ReceiveAsync(e, e.SocketFlags).ConfigureAwait(false);
            e.RemoteEndPoint = SenderOf(message, example);
            e.SetResult(message.Length, message.Flags);
        }
    }

    /// <summary>Receives a datagram and tells its sender, the address that it was sent to, and by SocketFlags whether it was cut.</summary>
    /// <param name="e">Its buffer or buffers take the payload. RemoteEndPoint is any end point of the socket's family; the sender afterwards.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    /// <exception cref="ArgumentException">RemoteEndPoint is null or of another family.</exception>
    public bool ReceiveMessageFromAsync(SocketAsyncEventArgs e)
    {
        EndPoint example = CheckReceiveFrom(e);
        e.Begin(this, SocketAsyncOperation.ReceiveMessageFrom);
        return e.Follow(Receive(e, example));

        async ValueTask Receive(SocketAsyncEventArgs e, EndPoint example)
        {
            ReceivedMessage message = await ReceiveAsync(e, e.SocketFlags).ConfigureAwait(false);
            e.RemoteEndPoint = SenderOf(message, example);
            e.ReceiveMessageFromPacketInfo = InformationOf(message);
            e.SetResult(message.Length, message.Flags);
        }
    }

    /// <summary>Sends to the connected peer.</summary>
    /// <param name="e">Its buffer or buffers hold what to send.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    public bool SendAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        e.Begin(this, SocketAsyncOperation.Send);
        return e.Follow(Send(e));

        async ValueTask Send(SocketAsyncEventArgs e) =>
            e.SetResult(await SendAsync(Payload(e), e.SocketFlags).ConfigureAwait(false), SocketFlags.None);
    }

    /// <summary>Sends a datagram.</summary>
    /// <param name="e">Its buffer or buffers hold the payload; RemoteEndPoint says where to.</param>
    /// <returns>Whether it is pending; otherwise it has ended, and there is no event.</returns>
    /// <exception cref="ArgumentException">RemoteEndPoint is null.</exception>
    public bool SendToAsync(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        EndPoint remote = CheckRemoteEndPoint(e);
        e.Begin(this, SocketAsyncOperation.SendTo);
        return e.Follow(Send(e, remote));

        async ValueTask Send(SocketAsyncEventArgs e, EndPoint remote) =>
            e.SetResult(await SendToAsync(Payload(e), e.SocketFlags, remote).ConfigureAwait(false), SocketFlags.None);
    }

    private static ReadOnlyMemory<byte> Payload(SocketAsyncEventArgs e) => e.BufferList is { } buffers ? Buffers.Gather(buffers) : e.Bytes;

    private EndPoint CheckReceiveFrom(SocketAsyncEventArgs e)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(e);
        EndPoint example = CheckRemoteEndPoint(e);
        ThrowIfNotOfFamily(example, nameof(e));
        return example;
    }

    private async ValueTask<ReceivedMessage> ReceiveAsync(SocketAsyncEventArgs e, SocketFlags flags)
    {
        if (e.BufferList is not { } buffers)
        {
            return await ReceiveMessageAsync(e.Bytes, flags, CancellationToken.None).ConfigureAwait(false);
        }

        byte[] all = new byte[Buffers.TotalLength(buffers)];
        ReceivedMessage message = await ReceiveMessageAsync(all, flags, CancellationToken.None).ConfigureAwait(false);
        Buffers.Scatter(all.AsSpan(0, message.Length), buffers);
        return message;
    }
}
