using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

/// <summary>Receiving by Begin and End.</summary>
public partial class Socket
{
    /// <inheritdoc cref="Receive(byte[], int, int, SocketFlags)"/>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="offset">Where they begin in the buffer.</param>
    /// <param name="size">How many to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="callback">Called once something has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginReceive(byte[] buffer, int offset, int size, SocketFlags socketFlags, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return AsyncResults.Begin(ReceiveAsync(buffer.AsMemory(offset, size), socketFlags).AsTask(), callback, state);
    }

    /// <inheritdoc cref="BeginReceive(byte[], int, int, SocketFlags, AsyncCallback?, object?)"/>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="offset">Where they begin in the buffer.</param>
    /// <param name="size">How many to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="errorCode">Why the call failed at once; then it has no result.</param>
    /// <param name="callback">Called once something has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult? BeginReceive(
        byte[] buffer, int offset, int size, SocketFlags socketFlags, out SocketError errorCode, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return Begin(ReceiveAsync(buffer.AsMemory(offset, size), socketFlags).AsTask(), out errorCode, callback, state);
    }

    /// <inheritdoc cref="Receive(IList{ArraySegment{byte}}, SocketFlags)"/>
    /// <param name="buffers">Take the bytes, one after the other.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="callback">Called once something has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginReceive(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, AsyncCallback? callback, object? state) =>
        AsyncResults.Begin(ReceiveAsync(buffers, socketFlags), callback, state);

    /// <inheritdoc cref="BeginReceive(IList{ArraySegment{byte}}, SocketFlags, AsyncCallback?, object?)"/>
    /// <param name="buffers">Take the bytes, one after the other.</param>
    /// <param name="socketFlags">None, or Peek to leave the bytes where they are.</param>
    /// <param name="errorCode">Why the call failed at once; then it has no result.</param>
    /// <param name="callback">Called once something has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult? BeginReceive(
        IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, out SocketError errorCode, AsyncCallback? callback, object? state) =>
        Begin(ReceiveAsync(buffers, socketFlags), out errorCode, callback, state);

    /// <summary>Ends a receive that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginReceive gave.</param>
    /// <returns>How many bytes came; 0 at the end of a stream.</returns>
    public int EndReceive(IAsyncResult asyncResult) => AsyncResults.End<int>(asyncResult);

    /// <inheritdoc cref="EndReceive(IAsyncResult)"/>
    /// <param name="asyncResult">What BeginReceive gave.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int EndReceive(IAsyncResult asyncResult, out SocketError errorCode) => End(asyncResult, out errorCode);

    /// <inheritdoc cref="ReceiveFrom(byte[], int, int, SocketFlags, ref EndPoint)"/>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="remoteEP">Any end point of the socket's family; the sender afterwards, where a datagram was there already.</param>
    /// <param name="callback">Called once a datagram has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginReceiveFrom(
        byte[] buffer, int offset, int size, SocketFlags socketFlags, ref EndPoint remoteEP, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        Task<SocketReceiveFromResult> task = ReceiveFromAsync(buffer.AsMemory(offset, size), socketFlags, remoteEP).AsTask();
        if (task.IsCompletedSuccessfully)
        {
            remoteEP = task.GetAwaiter().GetResult().RemoteEndPoint;
        }

        return AsyncResults.Begin(task, callback, state);
    }

    /// <summary>Ends a ReceiveFrom that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginReceiveFrom gave.</param>
    /// <param name="endPoint">Any end point of the socket's family; the sender afterwards.</param>
    /// <returns>How many bytes came.</returns>
    public int EndReceiveFrom(IAsyncResult asyncResult, ref EndPoint endPoint)
    {
        ThrowIfNotOfFamily(endPoint, nameof(endPoint));
        SocketReceiveFromResult result = AsyncResults.End<SocketReceiveFromResult>(asyncResult);
        endPoint = result.RemoteEndPoint;
        return result.ReceivedBytes;
    }

    /// <inheritdoc cref="ReceiveMessageFrom(byte[], int, int, ref SocketFlags, ref EndPoint, out IPPacketInformation)"/>
    /// <param name="buffer">Takes the payload; what does not fit is lost.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to take at most.</param>
    /// <param name="socketFlags">None, or Peek to leave the datagram where it is.</param>
    /// <param name="remoteEP">Any end point of the socket's family; the sender afterwards, where a datagram was there already.</param>
    /// <param name="callback">Called once a datagram has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginReceiveMessageFrom(
        byte[] buffer, int offset, int size, SocketFlags socketFlags, ref EndPoint remoteEP, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        Task<SocketReceiveMessageFromResult> task = ReceiveMessageFromAsync(buffer.AsMemory(offset, size), socketFlags, remoteEP).AsTask();
        if (task.IsCompletedSuccessfully)
        {
            remoteEP = task.GetAwaiter().GetResult().RemoteEndPoint;
        }

        return AsyncResults.Begin(task, callback, state);
    }

    /// <summary>Ends a ReceiveMessageFrom that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginReceiveMessageFrom gave.</param>
    /// <param name="socketFlags">Truncated where the datagram was longer than the buffer.</param>
    /// <param name="endPoint">Any end point of the socket's family; the sender afterwards.</param>
    /// <param name="ipPacketInformation">The address that the datagram was sent to.</param>
    /// <returns>How many bytes came.</returns>
    public int EndReceiveMessageFrom(
        IAsyncResult asyncResult, ref SocketFlags socketFlags, ref EndPoint endPoint, out IPPacketInformation ipPacketInformation)
    {
        ThrowIfNotOfFamily(endPoint, nameof(endPoint));
        SocketReceiveMessageFromResult result = AsyncResults.End<SocketReceiveMessageFromResult>(asyncResult);
        endPoint = result.RemoteEndPoint;
        socketFlags = result.SocketFlags;
        ipPacketInformation = result.PacketInformation;
        return result.ReceivedBytes;
    }
}
