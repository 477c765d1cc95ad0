using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;

namespace Wavetank.AspNetCore.Tests.SignalR;

/// <summary>SignalR's server and client over the simulated network.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class HubTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task A_connection_takes_its_negotiation_and_two_handshakes_and_a_call_a_round_trip()
    {
        using var lab = new WebLab();
        Serve(lab);

        await RunAsync(lab, async client =>
        {
            await client.Connection.StartAsync();
            Note(lab, "connected");
            Note(lab, await client.Connection.InvokeAsync<string>("Echo", "hello"));
            Note(lab, await client.Connection.InvokeAsync<string>("Wait", 3600));
        });

        // TCP and the negotiation; TCP, the upgrade to a WebSocket and the hub's own handshake.
        Assert.Equal(["connected at 0.5", "hello at 0.6", "00:00.650 at 3600.7"], _log);
    }

    [Fact]
    public async Task What_the_server_pushes_comes_half_a_round_trip_later()
    {
        using var lab = new WebLab();
        Serve(lab, builder => builder.Services.AddHostedService<ClockHub.Ticker>());

        await RunAsync(lab, async client =>
        {
            client.Connection.On<string>("tick", time => Note(lab, time));
            await client.Connection.StartAsync();
            await lab.Network.Delay(TimeSpan.FromSeconds(3));
        });

        Assert.Equal(["00:01 at 1.05", "00:02 at 2.05", "00:03 at 3.05"], _log);
    }

    [Fact]
    public async Task A_stream_comes_item_by_item()
    {
        using var lab = new WebLab();
        Serve(lab);

        await RunAsync(lab, async client =>
        {
            await client.Connection.StartAsync();
            await foreach (int item in client.Connection.StreamAsync<int>("Count", 3))
            {
                Note(lab, $"{item}");
            }
        });

        Assert.Equal(["1 at 1.6", "2 at 2.6", "3 at 3.6"], _log);
    }

    [Fact]
    public async Task A_client_that_misses_an_answer_connects_anew_once_the_link_is_back()
    {
        using var lab = new WebLab();
        Serve(lab);
        lab.Network.At(TimeSpan.FromSeconds(2), lab.Link.Cut);
        lab.Network.At(TimeSpan.FromSeconds(20), lab.Link.Restore);

        await RunAsync(lab, async client =>
        {
            var back = new TaskCompletionSource();
            client.Connection.Reconnecting += _ =>
            {
                Note(lab, "lost");
                return Task.CompletedTask;
            };
            client.Connection.Reconnected += _ =>
            {
                Note(lab, "back");
                back.SetResult();
                return Task.CompletedTask;
            };
            await client.Connection.StartAsync();
            try
            {
                while (true)
                {
                    await lab.Network.Delay(TimeSpan.FromSeconds(1));
                    Note(lab, await client.Connection.InvokeAsync<string>("Echo", "hello").WaitAsync(TimeSpan.FromSeconds(3), lab.Client.TimeProvider));
                }
            }
            catch (TimeoutException)
            {
                client.Abort();
            }

            await back.Task;
            Note(lab, await client.Connection.InvokeAsync<string>("Echo", "hello again"));
        });

        // Attempts start at 5.6, 9.6 and 21.6; each that fails takes its 2 s.
        Assert.Equal(["hello at 1.6", "lost at 5.6", "back at 22.1", "hello again at 22.2"], _log);
    }

    [Fact]
    public async Task What_the_server_measures_in_real_time_is_off()
    {
        using var lab = new WebLab();
        HubOptions? hub = null;
        HttpConnectionDispatcherOptions? connections = null;
        lab.Serve(
            application =>
            {
                application.MapHub<ClockHub>("/clock", options => connections = options);
                hub = application.Services.GetRequiredService<IOptions<HubOptions>>().Value;
            },
            builder => builder.Services.AddSignalR());

        await RunAsync(lab, client => client.Connection.StartAsync());

        TimeSpan?[] limits =
        [
            hub!.KeepAliveInterval, hub.ClientTimeoutInterval, hub.HandshakeTimeout,
            connections!.TransportSendTimeout, connections.WebSockets.CloseTimeout, connections.LongPolling.PollTimeout,
        ];
        Assert.All(limits, limit => Assert.Equal(TimeSpan.FromDays(49), limit));
    }

    private static Task<RunResult> RunAsync(WebLab lab, Func<HubClient, Task> program) => lab.RunAsync(async _ =>
    {
        await using var client = new HubClient(
            lab.Client, "http://server/clock", attemptTimeout: TimeSpan.FromSeconds(2), TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));
        await program(client);
    });

    private static void Serve(WebLab lab, Action<WebApplicationBuilder>? configure = null) => lab.Serve(
        application => application.MapHub<ClockHub>("/clock"),
        builder =>
        {
            builder.Services.AddSignalR();
            configure?.Invoke(builder);
        });

    private void Note(WebLab lab, string what) => _log.Add($"{what} at {lab.Network.Now.TotalSeconds:0.0##}");
}
