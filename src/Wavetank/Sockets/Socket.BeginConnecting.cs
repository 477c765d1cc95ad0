using System.Net;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

/// <summary>Connecting and disconnecting by Begin and End.</summary>
public partial class Socket
{
    /// <inheritdoc cref="Connect(EndPoint)"/>
    /// <param name="remoteEP">Where to.</param>
    /// <param name="callback">Called once the attempt has ended.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginConnect(EndPoint remoteEP, AsyncCallback? callback, object? state) =>
        AsyncResults.Begin(ConnectAsync(remoteEP), callback, state);

    /// <inheritdoc cref="Connect(string, int)"/>
    /// <param name="host">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="requestCallback">Called once the attempts have ended.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginConnect(string host, int port, AsyncCallback? requestCallback, object? state) =>
        AsyncResults.Begin(ConnectAsync(host, port), requestCallback, state);

    /// <inheritdoc cref="Connect(IPAddress, int)"/>
    /// <param name="address">The peer's address.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="requestCallback">Called once the attempt has ended.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginConnect(IPAddress address, int port, AsyncCallback? requestCallback, object? state) =>
        AsyncResults.Begin(ConnectAsync(address, port), requestCallback, state);

    /// <inheritdoc cref="Connect(IPAddress[], int)"/>
    /// <param name="addresses">The peer's addresses.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="requestCallback">Called once the attempts have ended.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginConnect(IPAddress[] addresses, int port, AsyncCallback? requestCallback, object? state) =>
        AsyncResults.Begin(ConnectAsync(addresses, port), requestCallback, state);

    /// <summary>Ends a connect that was begun, and waits for it.</summary>
    /// <param name="asyncResult">What BeginConnect gave.</param>
    /// <exception cref="System.Net.Sockets.SocketException">There is no connection; the error says why.</exception>
    public void EndConnect(IAsyncResult asyncResult) => AsyncResults.End(asyncResult);

    /// <inheritdoc cref="Disconnect(bool)"/>
    /// <param name="reuseSocket">Whether the program wants to use the socket again; it makes no difference.</param>
    /// <param name="callback">Called once it is done.</param>
    /// <param name="state">For the callback.</param>
    public IAsyncResult BeginDisconnect(bool reuseSocket, AsyncCallback? callback, object? state) =>
        AsyncResults.Begin(DisconnectAsync(reuseSocket).AsTask(), callback, state);

    /// <summary>Ends a disconnect that was begun.</summary>
    /// <param name="asyncResult">What BeginDisconnect gave.</param>
    public void EndDisconnect(IAsyncResult asyncResult) => AsyncResults.End(asyncResult);
}
