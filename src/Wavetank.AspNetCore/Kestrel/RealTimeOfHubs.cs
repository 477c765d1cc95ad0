using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Wavetank.AspNetCore.Kestrel;

/// <summary>
/// What SignalR's server measures in real time, whatever clock it is given, is to take longer than any run does. Hubs have options of their own
/// for their connections, which are found with what the application maps.
/// </summary>
internal static class RealTimeOfHubs
{
    // A timer takes no longer time.
    private static readonly TimeSpan Never = TimeSpan.FromDays(49);

    public static void TurnOff(IServiceCollection services)
    {
        services.PostConfigure<HubOptions>(options => options.HandshakeTimeout = options.KeepAliveInterval = options.ClientTimeoutInterval = Never);
        services.PostConfigure<ConnectionOptions>(options => options.DisconnectTimeout = Never);
    }

    public static void TurnOff(IServiceProvider services)
    {
        foreach (Endpoint endpoint in services.GetService<EndpointDataSource>()?.Endpoints ?? [])
        {
            if (endpoint.Metadata.GetMetadata<HttpConnectionDispatcherOptions>() is { } options)
            {
                options.TransportSendTimeout = options.WebSockets.CloseTimeout = options.LongPolling.PollTimeout = Never;
            }
        }
    }
}
