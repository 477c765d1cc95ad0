using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Wavetank.Packets;
using Wavetank.Sockets.Transports;
using Wavetank.Stack;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <inheritdoc cref="ReceiveMessageFrom(Span{byte}, ref SocketFlags, ref EndPoint, out IPPacketInformation)"/>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to take at most.</param>
    /// <param name="socketFlags">None or Peek; afterwards Truncated where the datagram was longer than the buffer.</param>
    /// <param name="remoteEP">Any end point of the socket's family; the sender afterwards.</param>
    /// <param name="ipPacketInformation">The address that the datagram was sent to.</param>
    /// <exception cref="ArgumentOutOfRangeException">Offset and size do not lie in the buffer.</exception>
    public int ReceiveMessageFrom(
        byte[] buffer, int offset, int size, ref SocketFlags socketFlags, ref EndPoint remoteEP, out IPPacketInformation ipPacketInformation)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return ReceiveMessageFrom(buffer.AsSpan(offset, size), ref socketFlags, ref remoteEP, out ipPacketInformation);
    }

    /// <summary>Receives a datagram and tells its sender, the address that it was sent to, and whether it was cut.</summary>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="socketFlags">None or Peek; afterwards Truncated where the datagram was longer than the buffer.</param>
    /// <param name="remoteEP">Any end point of the socket's family; the sender afterwards.</param>
    /// <param name="ipPacketInformation">The address that the datagram was sent to. The interface's index is always 0.</param>
    /// <returns>How many bytes came.</returns>
    /// <exception cref="InvalidOperationException">The socket is not bound, or the call would block an asynchronous program.</exception>
    public int ReceiveMessageFrom(
        Span<byte> buffer, ref SocketFlags socketFlags, ref EndPoint remoteEP, out IPPacketInformation ipPacketInformation)
    {
        EnterReceiveFrom(remoteEP, nameof(remoteEP));
        ThrowOn(ReceiveCore(buffer, socketFlags, out ReceivedMessage message));
        socketFlags = message.Flags;
        remoteEP = SenderOf(message, remoteEP);
        ipPacketInformation = InformationOf(message);
        return message.Length;
    }

    /// <inheritdoc cref="ReceiveMessageFromAsync(Memory{byte}, SocketFlags, EndPoint, CancellationToken)"/>
    public Task<SocketReceiveMessageFromResult> ReceiveMessageFromAsync(ArraySegment<byte> buffer, EndPoint remoteEndPoint) =>
        ReceiveMessageFromAsync(buffer, SocketFlags.None, remoteEndPoint);

    /// <inheritdoc cref="ReceiveMessageFromAsync(Memory{byte}, SocketFlags, EndPoint, CancellationToken)"/>
    public Task<SocketReceiveMessageFromResult> ReceiveMessageFromAsync(ArraySegment<byte> buffer, SocketFlags socketFlags, EndPoint remoteEndPoint)
    {
        Buffers.ThrowIfDefault(buffer);
        return ReceiveMessageFromAsync((Memory<byte>)buffer, socketFlags, remoteEndPoint, CancellationToken.None).AsTask();
    }

    /// <inheritdoc cref="ReceiveMessageFromAsync(Memory{byte}, SocketFlags, EndPoint, CancellationToken)"/>
    public ValueTask<SocketReceiveMessageFromResult> ReceiveMessageFromAsync(
        Memory<byte> buffer, EndPoint remoteEndPoint, CancellationToken cancellationToken = default) =>
        ReceiveMessageFromAsync(buffer, SocketFlags.None, remoteEndPoint, cancellationToken);

    /// <summary>Receives a datagram and tells its sender, the address that it was sent to, and whether it was cut.</summary>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="remoteEndPoint">Any end point of the socket's family.</param>
    /// <param name="cancellationToken">Ends the wait; the socket stays usable.</param>
    /// <exception cref="InvalidOperationException">The socket is not bound.</exception>
    public ValueTask<SocketReceiveMessageFromResult> ReceiveMessageFromAsync(
        Memory<byte> buffer, SocketFlags socketFlags, EndPoint remoteEndPoint, CancellationToken cancellationToken = default)
    {
        EnterReceiveFrom(remoteEndPoint, nameof(remoteEndPoint));
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<SocketReceiveMessageFromResult>(cancellationToken)
            : ReceiveMessageFromCoreAsync(buffer, socketFlags, remoteEndPoint, cancellationToken);
    }

    private async ValueTask<SocketReceiveMessageFromResult> ReceiveMessageFromCoreAsync(
        Memory<byte> buffer, SocketFlags flags, EndPoint example, CancellationToken cancellationToken)
    {
        ReceivedMessage message = await ReceiveMessageAsync(buffer, flags, cancellationToken).ConfigureAwait(false);
        return new SocketReceiveMessageFromResult
        {
            ReceivedBytes = message.Length,
            SocketFlags = message.Flags,
            RemoteEndPoint = SenderOf(message, example),
            PacketInformation = InformationOf(message),
        };
    }

    // Packets do not keep the interface by which they came: it is the one that has the address, or is in the group.
    private IPPacketInformation InformationOf(ReceivedMessage message)
    {
        NetworkStack stack = Transport.Stack;
        Address to = message.To == default ? Transport.Local?.Address ?? default : message.To;
        HostInterface? where = stack.FindInterface(to) ?? (stack.Loopback.Has(message.From.Address) ? stack.Loopback : stack.Ip.FindGroupInterface(to));
        return MakePacketInformation(EndPoints.ToIPAddress(to, AddressFamily), where?.Index ?? 0);
    }

    // The platform's type has no public constructor with values.
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern IPPacketInformation MakePacketInformation(IPAddress address, int networkInterface);
}
