using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.Support;

/// <summary>A client and a server that are 50 ms apart, and an application on the server.</summary>
internal sealed class WebLab : IDisposable
{
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    private readonly List<WebApplication> _applications = [];

    public WebLab(LinkOptions? link = null)
    {
        Client = Network.AddHost("client");
        Server = Network.AddHost("server");
        Link = Network.Connect(Client, Server, link ?? new LinkOptions { Delay = Delay });
    }

    public Network Network { get; } = new(seed: 7);

    public Host Client { get; }

    public Host Server { get; }

    public Link Link { get; }

    /// <summary>Runs an application on a host, on port 80 unless it is told otherwise.</summary>
    public void Serve(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null, Host? on = null) => (on ?? Server).AddService(
        async () =>
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Logging.ClearProviders();
            builder.WebHost.UseWavetank(on ?? Server);
            builder.WebHost.UseUrls("http://*:80");
            configure?.Invoke(builder);
            WebApplication application = builder.Build();
            _applications.Add(application);
            map(application);
            await application.RunAsync();
        },
        "application");

    /// <summary>Runs a client's code to its end, and the network with it.</summary>
    public async Task<RunResult> RunAsync(Func<HttpClient, Task> client, TimeSpan? timeout = null, Action<SocketsHttpHandler>? configure = null)
    {
        Client.Run(
            async () =>
            {
                using HttpClient http = Client.CreateHttpClient(timeout, configure);
                http.BaseAddress = new Uri("http://server/");
                await client(http);
                Network.Stop();
            },
            "client");
        return await Network.RunAsync();
    }

    /// <summary>Lets an application listen for one protocol alone.</summary>
    public static void Listen(WebApplicationBuilder builder, string scheme, string version)
    {
        builder.WebHost.UseUrls();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.IPv6Any, scheme == "https" ? 443 : 80, listen =>
        {
            listen.Protocols = version == "2.0" ? HttpProtocols.Http2 : HttpProtocols.Http1;
            if (scheme == "https")
            {
                listen.UseHttps();
            }
        }));
    }

    /// <summary>A request in one protocol alone.</summary>
    public static HttpRequestMessage Request(string uri, string version) => new(HttpMethod.Get, uri)
    {
        Version = Version.Parse(version),
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Sends back what comes over WebSockets, until they are closed.</summary>
    public static void EchoWebSockets(WebApplication application)
    {
        application.UseWebSockets();
        application.Map("/", async (HttpContext context) =>
        {
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            byte[] buffer = new byte[5000];
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } received)
            {
                await socket.SendAsync(buffer.AsMemory(0, received.Count), WebSocketMessageType.Text, received.EndOfMessage, context.RequestAborted);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", context.RequestAborted);
        });
    }

    public void Dispose() => Network.Dispose();
}
