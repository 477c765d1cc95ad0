using System.Net.WebSockets;
using Wavetank.AspNetCore.Http;
using Wavetank.Devices;

namespace Wavetank.AspNetCore;

/// <summary>The platform's HTTP clients on a simulated host.</summary>
public static class WavetankHostExtensions
{
    /// <summary>A client whose connections are the host's. Use it in programs of the host, and run the network with <c>await network.RunAsync(...)</c>.</summary>
    /// <param name="host">The host.</param>
    /// <param name="timeout">
    /// How long a request may take, in simulated time. Default: 100 seconds, as on the platform. <see cref="HttpClient.Timeout"/>, which is
    /// infinite here until it is set, goes before it, and is simulated time as well.
    /// </param>
    /// <param name="configure">Sets what else the handler can: protocols, cookies, decompression.</param>
    /// <exception cref="InvalidOperationException">A limit is set that the platform measures in real time.</exception>
    public static HttpClient CreateHttpClient(this Host host, TimeSpan? timeout = null, Action<SocketsHttpHandler>? configure = null)
    {
        SimulatedHttpHandler handler = CreateHttpHandler(host, configure);
        handler.Timeout = timeout ?? SimulatedHttpHandler.DefaultTimeout;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A handler whose connections are the host's, for what takes one: <c>IHttpClientFactory</c>, SignalR, gRPC.</summary>
    /// <param name="host">The host.</param>
    /// <param name="configure">Sets what else the handler can: protocols, cookies, decompression.</param>
    /// <exception cref="InvalidOperationException">A limit is set that the platform measures in real time.</exception>
    public static SimulatedHttpHandler CreateHttpHandler(this Host host, Action<SocketsHttpHandler>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new SimulatedHttpHandler(host, configure);
    }

    /// <summary>Connects a WebSocket of the host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="uri">Where to: <c>ws://</c> or <c>wss://</c>.</param>
    /// <param name="configure">Sets subprotocols, headers and so on. Keep-alives are off, as the platform sends them by the real clock.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="WebSocketException">It was not connected.</exception>
    public static async Task<ClientWebSocket> ConnectWebSocketAsync(
        this Host host, Uri uri, Action<ClientWebSocketOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        configure?.Invoke(socket.Options);
        try
        {
            using var invoker = new HttpMessageInvoker(CreateHttpHandler(host), disposeHandler: false);
            await socket.ConnectAsync(uri, invoker, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
