using System.Net;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class TcpClient
{
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
    public void EndConnect(IAsyncResult asyncResult) => AsyncResults.End(asyncResult);
}
