using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

/// <summary>Sending by Begin and End.</summary>
public partial class Socket
{
    /// <inheritdoc cref="Send(byte[], int, int, SocketFlags)"/>
    /// <param name="buffer">Holds what to send; it must stay as it is until the call has ended.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to send.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="callback">Called once all bytes stand in the send buffer.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSend(byte[] buffer, int offset, int size, SocketFlags socketFlags, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return AsyncResults.Begin(SendAsync(buffer.AsMemory(offset, size), socketFlags).AsTask(), callback, state);
    }

    /// <inheritdoc cref="BeginSend(byte[], int, int, SocketFlags, AsyncCallback?, object?)"/>
    /// <param name="buffer">Holds what to send; it must stay as it is until the call has ended.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes to send.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="errorCode">Why the call failed at once; then it has no result.</param>
    /// <param name="callback">Called once all bytes stand in the send buffer.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult? BeginSend(
        byte[] buffer, int offset, int size, SocketFlags socketFlags, out SocketError errorCode, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        return Begin(SendAsync(buffer.AsMemory(offset, size), socketFlags).AsTask(), out errorCode, callback, state);
    }

    /// <inheritdoc cref="Send(IList{ArraySegment{byte}}, SocketFlags)"/>
    /// <param name="buffers">What to send, one after the other.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="callback">Called once all bytes stand in the send buffer.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSend(IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, AsyncCallback? callback, object? state) =>
        AsyncResults.Begin(SendAsync(buffers, socketFlags), callback, state);

    /// <inheritdoc cref="BeginSend(IList{ArraySegment{byte}}, SocketFlags, AsyncCallback?, object?)"/>
    /// <param name="buffers">What to send, one after the other.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="errorCode">Why the call failed at once; then it has no result.</param>
    /// <param name="callback">Called once all bytes stand in the send buffer.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult? BeginSend(
        IList<ArraySegment<byte>> buffers, SocketFlags socketFlags, out SocketError errorCode, AsyncCallback? callback, object? state) =>
        Begin(SendAsync(buffers, socketFlags), out errorCode, callback, state);

    /// <summary>Ends a send that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginSend gave.</param>
    /// <returns>How many bytes were sent.</returns>
    public int EndSend(IAsyncResult asyncResult) => AsyncResults.End<int>(asyncResult);

    /// <inheritdoc cref="EndSend(IAsyncResult)"/>
    /// <param name="asyncResult">What BeginSend gave.</param>
    /// <param name="errorCode">What would otherwise be thrown as a <see cref="SocketException"/>.</param>
    public int EndSend(IAsyncResult asyncResult, out SocketError errorCode) => End(asyncResult, out errorCode);

    /// <inheritdoc cref="SendTo(byte[], int, int, SocketFlags, EndPoint)"/>
    /// <param name="buffer">Holds the datagram's payload.</param>
    /// <param name="offset">Where it begins in the buffer.</param>
    /// <param name="size">How many bytes it has.</param>
    /// <param name="socketFlags">None, or DontRoute, which changes nothing.</param>
    /// <param name="remoteEP">Where to.</param>
    /// <param name="callback">Called once it is sent.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSendTo(
        byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP, AsyncCallback? callback, object? state)
    {
        Enter();
        Buffers.Check(buffer, offset, size);
        ArgumentNullException.ThrowIfNull(remoteEP);
        return AsyncResults.Begin(SendToAsync(buffer.AsMemory(offset, size), socketFlags, remoteEP).AsTask(), callback, state);
    }

    /// <summary>Ends a SendTo that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginSendTo gave.</param>
    /// <returns>How many bytes were sent.</returns>
    public int EndSendTo(IAsyncResult asyncResult) => AsyncResults.End<int>(asyncResult);

    /// <inheritdoc cref="SendFile(string?)"/>
    /// <param name="fileName">The file; null for none.</param>
    /// <param name="callback">Called once all bytes stand in the send buffer.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSendFile(string? fileName, AsyncCallback? callback, object? state) =>
        BeginSendFile(fileName, null, null, TransmitFileOptions.UseDefaultWorkerThread, callback, state);

    /// <inheritdoc cref="SendFile(string?, byte[], byte[], TransmitFileOptions)"/>
    /// <param name="fileName">The file; null for none.</param>
    /// <param name="preBuffer">What goes before it.</param>
    /// <param name="postBuffer">What goes after it.</param>
    /// <param name="flags">UseDefaultWorkerThread; the others are Windows'.</param>
    /// <param name="callback">Called once all bytes stand in the send buffer.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSendFile(
        string? fileName, byte[]? preBuffer, byte[]? postBuffer, TransmitFileOptions flags, AsyncCallback? callback, object? state) =>
        AsyncResults.Begin(SendFileAsync(fileName, preBuffer, postBuffer, flags).AsTask(), callback, state);

    /// <summary>Ends a SendFile that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginSendFile gave.</param>
    public void EndSendFile(IAsyncResult asyncResult) => AsyncResults.End(asyncResult);

    private static IAsyncResult? Begin(Task<int> task, out SocketError error, AsyncCallback? callback, object? state)
    {
        error = task.IsFaulted || task.IsCanceled ? SocketErrors.Of(task) : SocketError.Success;
        return error == SocketError.Success ? AsyncResults.Begin(task, callback, state) : null;
    }

    private static int End(IAsyncResult asyncResult, out SocketError error)
    {
        Task<int> task = AsyncResults.Join<int>(asyncResult);
        error = task.IsCompletedSuccessfully ? SocketError.Success : SocketErrors.Of(task);
        return error == SocketError.Success ? task.GetAwaiter().GetResult() : 0;
    }
}
