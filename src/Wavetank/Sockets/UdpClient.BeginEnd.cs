using System.Net;
using System.Net.Sockets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class UdpClient
{
    /// <inheritdoc cref="Send(byte[], int)"/>
    /// <param name="datagram">Holds the payload.</param>
    /// <param name="bytes">How many bytes of it to send.</param>
    /// <param name="requestCallback">Called once it is sent.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSend(byte[] datagram, int bytes, AsyncCallback? requestCallback, object? state) =>
        BeginSend(datagram, bytes, null, requestCallback, state);

    /// <inheritdoc cref="Send(byte[], int, IPEndPoint)"/>
    /// <param name="datagram">Holds the payload.</param>
    /// <param name="bytes">How many bytes of it to send.</param>
    /// <param name="endPoint">Where to; null for the peer.</param>
    /// <param name="requestCallback">Called once it is sent.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSend(byte[] datagram, int bytes, IPEndPoint? endPoint, AsyncCallback? requestCallback, object? state)
    {
        CheckBegin(datagram, bytes);
        return AsyncResults.Begin(SendAsync(datagram.AsMemory(0, bytes), endPoint).AsTask(), requestCallback, state);
    }

    /// <inheritdoc cref="Send(byte[], int, string, int)"/>
    /// <param name="datagram">Holds the payload.</param>
    /// <param name="bytes">How many bytes of it to send.</param>
    /// <param name="hostname">Where to; null for the peer.</param>
    /// <param name="port">The destination's port.</param>
    /// <param name="requestCallback">Called once it is sent.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginSend(byte[] datagram, int bytes, string? hostname, int port, AsyncCallback? requestCallback, object? state)
    {
        CheckBegin(datagram, bytes);
        return AsyncResults.Begin(SendAsync(datagram.AsMemory(0, bytes), hostname, port).AsTask(), requestCallback, state);
    }

    /// <summary>Ends a send that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginSend gave.</param>
    /// <returns>How many bytes were sent.</returns>
    public int EndSend(IAsyncResult asyncResult)
    {
        Enter();
        return AsyncResults.End<int>(asyncResult);
    }

    /// <inheritdoc cref="ReceiveAsync()"/>
    /// <param name="requestCallback">Called once a datagram has come.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginReceive(AsyncCallback? requestCallback, object? state) =>
        AsyncResults.Begin(ReceiveAsync(), requestCallback, state);

    /// <summary>Ends a receive that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginReceive gave.</param>
    /// <param name="remoteEP">The sender.</param>
    /// <returns>The payload.</returns>
    public byte[] EndReceive(IAsyncResult asyncResult, ref IPEndPoint? remoteEP)
    {
        Enter();
        UdpReceiveResult result = AsyncResults.End<UdpReceiveResult>(asyncResult);
        remoteEP = result.RemoteEndPoint;
        return result.Buffer;
    }

    /// <summary>A setting of Windows, which Linux refuses.</summary>
    /// <param name="allowed">Not used.</param>
    /// <exception cref="PlatformNotSupportedException">Always.</exception>
    public void AllowNatTraversal(bool allowed) =>
        _client.SetIPProtectionLevel(allowed ? IPProtectionLevel.Unrestricted : IPProtectionLevel.EdgeRestricted);

    private void CheckBegin(byte[] datagram, int bytes)
    {
        Enter(datagram, nameof(datagram));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bytes, (uint)datagram.Length, nameof(bytes));
    }
}
