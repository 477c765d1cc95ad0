using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Wavetank.AspNetCore.Http;
using Wavetank.Devices;

namespace Wavetank.AspNetCore.Tests.SignalR;

/// <summary>SignalR's client on a simulated host, over WebSockets. What it measures by the real clock is off, or done by simulated time.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    // What the client measures in real time is to take longer than any run does.
    private static readonly TimeSpan Never = TimeSpan.FromDays(49);

    private WebSocket? _socket;

    public HubClient(Host host, string url, TimeSpan attemptTimeout, params TimeSpan[] reconnectDelays)
    {
        IHubConnectionBuilder builder = new HubConnectionBuilder().WithUrl(url, HttpTransportType.WebSockets, options =>
        {
            options.HttpMessageHandlerFactory = _ =>
            {
                SimulatedHttpHandler handler = host.CreateHttpHandler();
                handler.Timeout = attemptTimeout;
                return handler;
            };
            options.WebSocketFactory = async (context, token) => _socket = await host.ConnectWebSocketAsync(context.Uri, cancellationToken: token);
            options.CloseTimeout = Never;
        });
        builder.Services.AddSingleton(services =>
            new SimulatedReconnect(ActivatorUtilities.CreateInstance<HttpConnectionFactory>(services), host.TimeProvider, reconnectDelays));
        builder.Services.AddSingleton<IConnectionFactory>(services => services.GetRequiredService<SimulatedReconnect>());
        builder.Services.AddSingleton<IRetryPolicy>(services => services.GetRequiredService<SimulatedReconnect>());
        Connection = builder.Build();
        Connection.ServerTimeout = Connection.KeepAliveInterval = Connection.HandshakeTimeout = Never;
    }

    public HubConnection Connection { get; }

    /// <summary>Gives the connection up, as the client does when the server is silent for too long; then it connects anew.</summary>
    public void Abort() => _socket!.Abort();

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
