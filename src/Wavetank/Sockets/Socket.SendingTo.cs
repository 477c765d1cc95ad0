using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    public int SendTo(ReadOnlySpan<byte> buffer, EndPoint remoteEP) => SendTo(buffer, SocketFlags.None, remoteEP);

    /// <summary>Sends a datagram. A socket that is not bound takes a free port. On a stream it is the same as Send.</summary>
    /// <param name="buffer">The datagram's payload, of 65,507 bytes at most.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="remoteEP">Where to.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="remoteEP"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="remoteEP"/> is not an <see cref="IPEndPoint"/>.</exception>
    /// <exception cref="SocketException">
    /// The datagram is too long (MessageSize), there is no way to the destination (NetworkUnreachable), or broadcasting is not
    /// enabled (AccessDenied).
    /// </exception>
    public int SendTo(ReadOnlySpan<byte> buffer, SocketFlags socketFlags, EndPoint remoteEP)
    {
        TransportAddress? destination = EnterSendTo(remoteEP);
        int sent = SendCore(buffer, socketFlags, destination, out SocketError error);
        ThrowOn(error);
        _isBound = true;
        return sent;
    }

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    /// <param name="buffer">The datagram's payload.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="socketAddress">Where to.</param>
    public int SendTo(ReadOnlySpan<byte> buffer, SocketFlags socketFlags, SocketAddress socketAddress)
    {
        ArgumentNullException.ThrowIfNull(socketAddress);
        return SendTo(buffer, socketFlags, ToEndPoint(socketAddress));
    }

    /// <inheritdoc cref="SendTo(byte[], int, int, SocketFlags, EndPoint)"/>
    public int SendTo(byte[] buffer, EndPoint remoteEP) => SendTo(buffer, 0, buffer?.Length ?? 0, SocketFlags.None, remoteEP);

    /// <inheritdoc cref="SendTo(byte[], int, int, SocketFlags, EndPoint)"/>
    public int SendTo(byte[] buffer, SocketFlags socketFlags, EndPoint remoteEP) =>
        SendTo(buffer, 0, buffer?.Length ?? 0, socketFlags, remoteEP);

    /// <inheritdoc cref="SendTo(byte[], int, int, SocketFlags, EndPoint)"/>
    public int SendTo(byte[] buffer, int size, SocketFlags socketFlags, EndPoint remoteEP) =>
        SendTo(buffer, 0, size, socketFlags, remoteEP);

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    /// <param name="buffer">Holds the datagram's payload.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes it has.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="remoteEP">Where to.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and size do not lie in the buffer.</exception>
    public int SendTo(byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return SendTo(buffer.AsSpan(offset, size), socketFlags, remoteEP);
    }

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    public Task<int> SendToAsync(ArraySegment<byte> buffer, EndPoint remoteEP) => SendToAsync(buffer, SocketFlags.None, remoteEP);

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    public Task<int> SendToAsync(ArraySegment<byte> buffer, SocketFlags socketFlags, EndPoint remoteEP)
    {
        Buffers.ThrowIfDefault(buffer);
        return SendToAsync((ReadOnlyMemory<byte>)buffer, socketFlags, remoteEP, CancellationToken.None).AsTask();
    }

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    public ValueTask<int> SendToAsync(ReadOnlyMemory<byte> buffer, EndPoint remoteEP, CancellationToken cancellationToken = default) =>
        SendToAsync(buffer, SocketFlags.None, remoteEP, cancellationToken);

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, EndPoint)"/>
    public ValueTask<int> SendToAsync(
        ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, EndPoint remoteEP, CancellationToken cancellationToken = default)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(remoteEP);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        TransportAddress? destination = EnterSendTo(remoteEP);
        SocketError error = TrySendNow(buffer.Span, socketFlags, destination, out int sent);
        if (error is SocketError.Success or SocketError.WouldBlock)
        {
            _isBound = true;
        }

        return error switch
        {
            SocketError.Success => new ValueTask<int>(sent),
            SocketError.WouldBlock => StartSend(buffer, sent, socketFlags, destination, forStream: false, cancellationToken).AsValueTask(),
            _ => ValueTask.FromException<int>(new SocketException((int)error)),
        };
    }

    /// <inheritdoc cref="SendTo(ReadOnlySpan{byte}, SocketFlags, SocketAddress)"/>
    public ValueTask<int> SendToAsync(
        ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, SocketAddress socketAddress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(socketAddress);
        return SendToAsync(buffer, socketFlags, ToEndPoint(socketAddress), cancellationToken);
    }

    private static EndPoint ToEndPoint(SocketAddress address) => new IPEndPoint(
        address.Family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0).Create(address);

    private TransportAddress? EnterSendTo(EndPoint remoteEP)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(remoteEP);
        ThrowOn(EndPoints.TryConvert(remoteEP, AddressFamily, DualModeSetting, out TransportAddress destination));
        return destination;
    }
}
