using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

/// <summary>Accepting by Begin and End.</summary>
public partial class Socket
{
    /// <inheritdoc cref="AcceptAsync()"/>
    /// <param name="callback">Called once there is a connection.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginAccept(AsyncCallback? callback, object? state) => AsyncResults.Begin(AcceptAsync(), callback, state);

    /// <inheritdoc cref="BeginAccept(Socket?, int, AsyncCallback?, object?)"/>
    public IAsyncResult BeginAccept(int receiveSize, AsyncCallback? callback, object? state) =>
        BeginAccept(acceptSocket: null, receiveSize, callback, state);

    /// <summary>Takes the next connection once it is there, and the first bytes that come on it.</summary>
    /// <param name="acceptSocket">A socket that was made and not used yet; null for a new one.</param>
    /// <param name="receiveSize">Bytes to take at most; 0 does not wait for any.</param>
    /// <param name="callback">Called once both are there.</param>
    /// <param name="state">For the callback.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="receiveSize"/> is negative; it comes with the end of the call.</exception>
    public IAsyncResult BeginAccept(Socket? acceptSocket, int receiveSize, AsyncCallback? callback, object? state) =>
        AsyncResults.Begin(AcceptAndReceiveAsync(acceptSocket, receiveSize), callback, state);

    /// <summary>Ends an accept that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginAccept gave.</param>
    public Socket EndAccept(IAsyncResult asyncResult) => AsyncResults.End<Socket>(asyncResult);

    /// <inheritdoc cref="EndAccept(out byte[], out int, IAsyncResult)"/>
    public Socket EndAccept(out byte[] buffer, IAsyncResult asyncResult)
    {
        Socket accepted = EndAccept(out byte[] received, out int bytesTransferred, asyncResult);
        buffer = received[..bytesTransferred];
        return accepted;
    }

    /// <summary>Ends an accept that was begun with a size, and waits for it.</summary>
    /// <param name="buffer">The first bytes that came.</param>
    /// <param name="bytesTransferred">How many they are.</param>
    /// <param name="asyncResult">What BeginAccept gave.</param>
    public Socket EndAccept(out byte[] buffer, out int bytesTransferred, IAsyncResult asyncResult)
    {
        (Socket accepted, buffer, bytesTransferred) = AsyncResults.End<(Socket, byte[], int)>(asyncResult);
        return accepted;
    }

    private async Task<(Socket Accepted, byte[] Buffer, int Received)> AcceptAndReceiveAsync(Socket? acceptSocket, int receiveSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(receiveSize);
        Socket accepted = await AcceptAsync(acceptSocket).ConfigureAwait(false);
        byte[] buffer = new byte[receiveSize];
        try
        {
            int received = receiveSize == 0 ? 0 : await accepted.ReceiveAsync(buffer.AsMemory()).ConfigureAwait(false);
            return (accepted, buffer, received);
        }
        catch
        {
            accepted.Dispose();
            throw;
        }
    }
}
