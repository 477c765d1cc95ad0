using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

public partial class UdpClient
{
    private const int LargestDatagram = 65_536;

    private byte[]? _buffer;

    /// <summary>Sends a datagram to the peer.</summary>
    /// <param name="dgram">Holds the payload.</param>
    /// <param name="bytes">How many bytes of it to send.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="InvalidOperationException">The client has no peer.</exception>
    public int Send(byte[] dgram, int bytes)
    {
        Enter(dgram, nameof(dgram));
        ThrowIfNoPeer();
        return _client.Send(dgram, 0, bytes, SocketFlags.None);
    }

    /// <summary>Sends a datagram to the peer.</summary>
    /// <param name="datagram">The payload.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="InvalidOperationException">The client has no peer.</exception>
    public int Send(ReadOnlySpan<byte> datagram)
    {
        Enter();
        ThrowIfNoPeer();
        return _client.Send(datagram, SocketFlags.None);
    }

    /// <summary>Sends a datagram.</summary>
    /// <param name="dgram">Holds the payload.</param>
    /// <param name="bytes">How many bytes of it to send.</param>
    /// <param name="endPoint">Where to; null for the peer.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="InvalidOperationException">The client has a peer and <paramref name="endPoint"/> is given, or neither.</exception>
    public int Send(byte[] dgram, int bytes, IPEndPoint? endPoint)
    {
        Enter(dgram, nameof(dgram));
        Buffers.Check(dgram, 0, bytes);
        return Send(dgram.AsSpan(0, bytes), endPoint);
    }

    /// <inheritdoc cref="Send(byte[], int, IPEndPoint)"/>
    /// <param name="datagram">The payload.</param>
    /// <param name="endPoint">Where to; null for the peer.</param>
    public int Send(ReadOnlySpan<byte> datagram, IPEndPoint? endPoint)
    {
        Enter();
        ThrowIfPeerAnd(endPoint);
        return endPoint is null ? Send(datagram) : _client.SendTo(datagram, SocketFlags.None, endPoint);
    }

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, string, int)"/>
    /// <param name="dgram">Holds the payload.</param>
    /// <param name="bytes">How many bytes of it to send.</param>
    /// <param name="hostname">Where to; null for the peer.</param>
    /// <param name="port">The destination's port.</param>
    public int Send(byte[] dgram, int bytes, string? hostname, int port)
    {
        Enter(dgram, nameof(dgram));
        Buffers.Check(dgram, 0, bytes);
        return Send(dgram.AsSpan(0, bytes), hostname, port);
    }

    /// <summary>Sends a datagram to a host by name.</summary>
    /// <param name="datagram">The payload.</param>
    /// <param name="hostname">Where to; null for the peer.</param>
    /// <param name="port">The destination's port.</param>
    /// <returns>How many bytes were sent.</returns>
    /// <exception cref="SocketException">The name is not known (HostNotFound).</exception>
    public int Send(ReadOnlySpan<byte> datagram, string? hostname, int port) => Send(datagram, Resolve(hostname, port));

    /// <inheritdoc cref="Send(byte[], int)"/>
    public Task<int> SendAsync(byte[] datagram, int bytes) => SendAsync(datagram, bytes, null);

    /// <inheritdoc cref="Send(byte[], int, IPEndPoint)"/>
    public Task<int> SendAsync(byte[] datagram, int bytes, IPEndPoint? endPoint)
    {
        Enter(datagram, nameof(datagram));
        Buffers.Check(datagram, 0, bytes);
        return SendAsync(datagram.AsMemory(0, bytes), endPoint).AsTask();
    }

    /// <inheritdoc cref="Send(byte[], int, string, int)"/>
    public Task<int> SendAsync(byte[] datagram, int bytes, string? hostname, int port)
    {
        Enter(datagram, nameof(datagram));
        Buffers.Check(datagram, 0, bytes);
        return SendAsync(datagram.AsMemory(0, bytes), hostname, port).AsTask();
    }

    /// <inheritdoc cref="Send(ReadOnlySpan{byte})"/>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken = default) =>
        SendAsync(datagram, null, cancellationToken);

    /// <inheritdoc cref="Send(byte[], int, IPEndPoint)"/>
    /// <param name="datagram">The payload.</param>
    /// <param name="endPoint">Where to; null for the peer.</param>
    /// <param name="cancellationToken">Ends the call before it has begun.</param>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, IPEndPoint? endPoint, CancellationToken cancellationToken = default)
    {
        Enter();
        ThrowIfPeerAnd(endPoint);
        if (endPoint is not null)
        {
            return _client.SendToAsync(datagram, SocketFlags.None, endPoint, cancellationToken);
        }

        // Without a peer the socket says so, as on the platform, whose synchronous calls look first.
        return _client.SendAsync(datagram, SocketFlags.None, cancellationToken);
    }

    /// <inheritdoc cref="Send(ReadOnlySpan{byte}, string, int)"/>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, string? hostname, int port, CancellationToken cancellationToken = default) =>
        Dns.TakesTime(hostname)
            ? LookUpAndSendAsync(datagram, hostname!, port, cancellationToken)
            : SendAsync(datagram, Resolve(hostname, port), cancellationToken);

    /// <summary>Receives a datagram, and waits for it.</summary>
    /// <param name="remoteEP">Its sender.</param>
    /// <returns>Its payload.</returns>
    /// <exception cref="InvalidOperationException">The client is not bound, or the call would block an asynchronous program.</exception>
    public byte[] Receive([System.Diagnostics.CodeAnalysis.NotNull] ref IPEndPoint? remoteEP)
    {
        Enter();
        _buffer ??= new byte[LargestDatagram];
        EndPoint sender = new IPEndPoint(AnyAddress, 0);
        int received = _client.ReceiveFrom(_buffer, SocketFlags.None, ref sender);
        remoteEP = (IPEndPoint)sender;
        return _buffer[..received];
    }

    /// <summary>Receives a datagram once there is one.</summary>
    /// <exception cref="InvalidOperationException">The client is not bound.</exception>
    public Task<UdpReceiveResult> ReceiveAsync() => ReceiveAsync(CancellationToken.None).AsTask();

    /// <inheritdoc cref="ReceiveAsync()"/>
    /// <param name="cancellationToken">Ends the wait; the client stays usable.</param>
    public ValueTask<UdpReceiveResult> ReceiveAsync(CancellationToken cancellationToken)
    {
        Enter();
        byte[] buffer = _buffer ?? new byte[LargestDatagram];
        _buffer = null;
        return Wait(
            _client.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(AnyAddress, 0), cancellationToken), buffer);

        async ValueTask<UdpReceiveResult> Wait(ValueTask<SocketReceiveFromResult> receive, byte[] buffer)
        {
            SocketReceiveFromResult result = await receive.ConfigureAwait(false);
            _buffer = buffer;
            return new UdpReceiveResult(buffer[..result.ReceivedBytes], (IPEndPoint)result.RemoteEndPoint);
        }
    }

    private async ValueTask<int> LookUpAndSendAsync(ReadOnlyMemory<byte> datagram, string hostname, int port, CancellationToken cancellationToken)
    {
        Enter();
        EndPoints.ThrowIfNotPort(port, nameof(port));
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(hostname, cancellationToken).ConfigureAwait(false);
        return await SendAsync(datagram, Choose(addresses, hostname, port), cancellationToken).ConfigureAwait(false);
    }

    private IPEndPoint? Resolve(string? hostname, int port)
    {
        Enter();
        if (hostname is null)
        {
            return null;
        }

        EndPoints.ThrowIfNotPort(port, nameof(port));
        return Choose(Dns.GetHostAddresses(hostname), hostname, port);
    }

    private IPEndPoint Choose(IPAddress[] addresses, string hostname, int port)
    {
        IPAddress address = Array.Find(addresses, candidate => candidate.AddressFamily == _family)
            ?? throw new ArgumentException($"The host '{hostname}' has no address of the family {_family}.", nameof(hostname));
        return new IPEndPoint(address, port);
    }

    private void Enter() => ObjectDisposedException.ThrowIf(_disposed, this);

    private void Enter(byte[] datagram, string name)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(datagram, name);
    }

    private void ThrowIfNoPeer()
    {
        if (!Active)
        {
            throw new InvalidOperationException("The client has no peer; call Connect, or name the destination.");
        }
    }

    private void ThrowIfPeerAnd(IPEndPoint? endPoint)
    {
        if (Active && endPoint is not null)
        {
            throw new InvalidOperationException("A client that has a peer sends to nobody else.");
        }
    }
}
