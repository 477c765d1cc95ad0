using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Transports;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <inheritdoc cref="ReceiveFrom(Span{byte}, SocketFlags, ref EndPoint)"/>
    public int ReceiveFrom(Span<byte> buffer, ref EndPoint remoteEP) => ReceiveFrom(buffer, SocketFlags.None, ref remoteEP);

    /// <summary>Receives a datagram and tells its sender.</summary>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="remoteEP">Any end point of the socket's family; the sender afterwards.</param>
    /// <returns>How many bytes came.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="remoteEP"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="remoteEP"/> is of another family.</exception>
    /// <exception cref="InvalidOperationException">The socket is not bound, or the call would block an asynchronous program.</exception>
    /// <exception cref="SocketException">The receive timeout passed (TimedOut), the socket is non-blocking and nothing is there (WouldBlock), or it was closed meanwhile.</exception>
    public int ReceiveFrom(Span<byte> buffer, SocketFlags socketFlags, ref EndPoint remoteEP)
    {
        EnterReceiveFrom(remoteEP, nameof(remoteEP));
        SocketError error = ReceiveCore(buffer, socketFlags, out ReceivedMessage message);
        ThrowOn(error);
        remoteEP = SenderOf(message, remoteEP);
        return message.Length;
    }

    /// <inheritdoc cref="ReceiveFrom(Span{byte}, SocketFlags, ref EndPoint)"/>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="receivedAddress">Takes the sender.</param>
    public int ReceiveFrom(Span<byte> buffer, SocketFlags socketFlags, SocketAddress receivedAddress)
    {
        Enter();
        ThrowIfCannotHold(receivedAddress);
        ThrowIfUnbound();
        ThrowOn(ReceiveCore(buffer, socketFlags, out ReceivedMessage message));
        WriteSender(message.From, receivedAddress);
        return message.Length;
    }

    /// <inheritdoc cref="ReceiveFrom(byte[], int, int, SocketFlags, ref EndPoint)"/>
    public int ReceiveFrom(byte[] buffer, ref EndPoint remoteEP) =>
        ReceiveFrom(buffer, 0, buffer?.Length ?? 0, SocketFlags.None, ref remoteEP);

    /// <inheritdoc cref="ReceiveFrom(byte[], int, int, SocketFlags, ref EndPoint)"/>
    public int ReceiveFrom(byte[] buffer, SocketFlags socketFlags, ref EndPoint remoteEP) =>
        ReceiveFrom(buffer, 0, buffer?.Length ?? 0, socketFlags, ref remoteEP);

    /// <inheritdoc cref="ReceiveFrom(byte[], int, int, SocketFlags, ref EndPoint)"/>
    public int ReceiveFrom(byte[] buffer, int size, SocketFlags socketFlags, ref EndPoint remoteEP) =>
        ReceiveFrom(buffer, 0, size, socketFlags, ref remoteEP);

    /// <inheritdoc cref="ReceiveFrom(Span{byte}, SocketFlags, ref EndPoint)"/>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="remoteEP">Any end point of the socket's family; the sender afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and size do not lie in the buffer.</exception>
    public int ReceiveFrom(byte[] buffer, int offset, int size, SocketFlags socketFlags, ref EndPoint remoteEP)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return ReceiveFrom(buffer.AsSpan(offset, size), socketFlags, ref remoteEP);
    }

    /// <inheritdoc cref="ReceiveFromAsync(Memory{byte}, SocketFlags, EndPoint, CancellationToken)"/>
    public Task<SocketReceiveFromResult> ReceiveFromAsync(ArraySegment<byte> buffer, EndPoint remoteEndPoint) =>
        ReceiveFromAsync(buffer, SocketFlags.None, remoteEndPoint);

    /// <inheritdoc cref="ReceiveFromAsync(Memory{byte}, SocketFlags, EndPoint, CancellationToken)"/>
    public Task<SocketReceiveFromResult> ReceiveFromAsync(ArraySegment<byte> buffer, SocketFlags socketFlags, EndPoint remoteEndPoint)
    {
        Buffers.ThrowIfDefault(buffer);
        return ReceiveFromAsync((Memory<byte>)buffer, socketFlags, remoteEndPoint, CancellationToken.None).AsTask();
    }

    /// <inheritdoc cref="ReceiveFromAsync(Memory{byte}, SocketFlags, EndPoint, CancellationToken)"/>
    public ValueTask<SocketReceiveFromResult> ReceiveFromAsync(
        Memory<byte> buffer, EndPoint remoteEndPoint, CancellationToken cancellationToken = default) =>
        ReceiveFromAsync(buffer, SocketFlags.None, remoteEndPoint, cancellationToken);

    /// <summary>Receives a datagram and tells its sender.</summary>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="remoteEndPoint">Any end point of the socket's family.</param>
    /// <param name="cancellationToken">Ends the wait; the socket stays usable.</param>
    /// <exception cref="ArgumentNullException"><paramref name="remoteEndPoint"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="remoteEndPoint"/> is of another family.</exception>
    /// <exception cref="InvalidOperationException">The socket is not bound.</exception>
    public ValueTask<SocketReceiveFromResult> ReceiveFromAsync(
        Memory<byte> buffer, SocketFlags socketFlags, EndPoint remoteEndPoint, CancellationToken cancellationToken = default)
    {
        EnterReceiveFrom(remoteEndPoint, nameof(remoteEndPoint));
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<SocketReceiveFromResult>(cancellationToken)
            : ReceiveFromCoreAsync(buffer, socketFlags, remoteEndPoint, cancellationToken);
    }

    /// <summary>Receives a datagram and writes its sender to an address; allocates no end point where the address is used again.</summary>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="receivedAddress">Takes the sender.</param>
    /// <param name="cancellationToken">Ends the wait; the socket stays usable.</param>
    public ValueTask<int> ReceiveFromAsync(
        Memory<byte> buffer, SocketFlags socketFlags, SocketAddress receivedAddress, CancellationToken cancellationToken = default)
    {
        Enter();
        ThrowIfCannotHold(receivedAddress);
        ThrowIfUnbound();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        SocketError error = TryReceiveNow(buffer.Span, socketFlags, out ReceivedMessage message);
        if (error == SocketError.WouldBlock)
        {
            return StartReceive(buffer, socketFlags, receivedAddress, forStream: false, cancellationToken).AsValueTask();
        }

        if (error != SocketError.Success)
        {
            return ValueTask.FromException<int>(new SocketException((int)error));
        }

        WriteSender(message.From, receivedAddress);
        return new ValueTask<int>(message.Length);
    }

    private async ValueTask<SocketReceiveFromResult> ReceiveFromCoreAsync(
        Memory<byte> buffer, SocketFlags flags, EndPoint example, CancellationToken cancellationToken)
    {
        ReceivedMessage message = await ReceiveMessageAsync(buffer, flags, cancellationToken).ConfigureAwait(false);
        return new SocketReceiveFromResult { ReceivedBytes = message.Length, RemoteEndPoint = SenderOf(message, example) };
    }

    private async ValueTask<ReceivedMessage> ReceiveMessageAsync(Memory<byte> buffer, SocketFlags flags, CancellationToken cancellationToken)
    {
        SocketError error = TryReceiveNow(buffer.Span, flags, out ReceivedMessage message);
        if (error == SocketError.Success)
        {
            return message;
        }

        if (error != SocketError.WouldBlock)
        {
            throw new SocketException((int)error);
        }

        ReceiveOperation operation = StartReceive(buffer, flags, null, forStream: false, cancellationToken);
        await operation.AsValueTask().ConfigureAwait(false);
        return operation.Message;
    }

    /// <summary>The sender as a program sees it; on a stream there is none, and the platform gives the family's Any.</summary>
    private IPEndPoint SenderOf(ReceivedMessage message, EndPoint example) => SocketType == SocketType.Stream
        ? new IPEndPoint(example.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0)
        : EndPoints.ToEndPoint(message.From, AddressFamily);

    private void EnterReceiveFrom(EndPoint remoteEP, string name)
    {
        Enter();
        ThrowIfNotOfFamily(remoteEP, name);
        ThrowIfUnbound();
    }

    private void ThrowIfNotOfFamily(EndPoint remoteEP, string name)
    {
        ArgumentNullException.ThrowIfNull(remoteEP, name);
        if (remoteEP is DnsEndPoint || !EndPoints.CanUse(remoteEP.AddressFamily, AddressFamily, DualModeSetting))
        {
            throw new ArgumentException($"The end point '{remoteEP}' must be an IPEndPoint of the socket's family {AddressFamily}.", name);
        }
    }

    private void ThrowIfUnbound()
    {
        if (!_isBound)
        {
            throw new InvalidOperationException("The socket must be bound before it can receive from anyone: call Bind.");
        }
    }

    private void ThrowIfCannotHold(SocketAddress receivedAddress)
    {
        ArgumentNullException.ThrowIfNull(receivedAddress);
        ArgumentOutOfRangeException.ThrowIfLessThan(
            receivedAddress.Size, SocketAddress.GetMaximumAddressSize(AddressFamily), nameof(receivedAddress));
    }
}
