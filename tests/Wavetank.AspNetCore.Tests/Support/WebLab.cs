using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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

    public void Dispose() => Network.Dispose();
}
