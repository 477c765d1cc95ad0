using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Links;
using Host = Wavetank.Devices.Host;

namespace Wavetank.AspNetCore.Tests.Http;

/// <summary>What an application's services see of the simulation.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class ServiceTests
{
    [Fact]
    public async Task An_application_waits_by_the_hosts_clock()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", async (TimeProvider time, HttpContext context) =>
        {
            await Task.Delay(TimeSpan.FromHours(1), time, context.RequestAborted);
            return time.GetUtcNow().ToString("HH:mm:ss.fff", null);
        }));
        string answer = "";

        RunResult result = await lab.RunAsync(async http => answer = await http.GetStringAsync("/"), timeout: TimeSpan.FromHours(2));

        Assert.Equal("01:00:00.150", answer);
        Assert.Equal(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(200), result.Time.ToTimeSpan());
    }

    [Fact]
    public async Task A_background_service_works_by_the_hosts_clock_until_the_application_stops()
    {
        using var lab = new WebLab();
        lab.Serve(
            application => application.MapGet("/", (Ticker ticker) => string.Join(' ', ticker.Ticks)),
            builder =>
            {
                builder.Services.AddSingleton<Ticker>();
                builder.Services.AddHostedService(services => services.GetRequiredService<Ticker>());
            });
        string answer = "";

        await lab.RunAsync(async http =>
        {
            await lab.Network.Delay(TimeSpan.FromSeconds(100));
            answer = await http.GetStringAsync("/");
        });

        Assert.Equal("00:30 01:00 01:30", answer);
    }

    [Fact]
    public async Task A_client_of_the_factory_is_one_of_the_host_with_its_timeout_in_simulated_time()
    {
        using var lab = new WebLab();
        Host store = lab.Network.AddHost("store");
        Link link = lab.Network.Connect(lab.Server, store, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        lab.Serve(application => application.MapGet("/", () => "in stock"), on: store);
        lab.Serve(
            application => application.MapGet("/", async (IHttpClientFactory factory) =>
            {
                try
                {
                    return await factory.CreateClient("store").GetStringAsync("/");
                }
                catch (TaskCanceledException)
                {
                    return "no answer";
                }
            }),
            builder => builder.Services.AddHttpClient("store", client =>
            {
                client.BaseAddress = new Uri("http://store/");
                client.Timeout = TimeSpan.FromSeconds(7);
            }));
        List<string> answers = [];

        RunResult result = await lab.RunAsync(async http =>
        {
            answers.Add(await http.GetStringAsync("/"));
            link.Cut();
            answers.Add(await http.GetStringAsync("/"));
        });

        // Handshake and answer, with the store's behind it; then a round trip and the timeout.
        Assert.Equal(["in stock", "no answer"], answers);
        Assert.Equal(TimeSpan.FromMilliseconds(240 + 100 + 7000), result.Time.ToTimeSpan());
    }

    [Fact]
    public async Task An_application_watches_no_files_for_a_new_configuration()
    {
        using var lab = new WebLab();
        FileConfigurationSource[] sources = [];
        lab.Serve(
            application => application.MapGet("/", () => "hello"),
            builder => sources = [.. ((IConfigurationBuilder)builder.Configuration).Sources.OfType<FileConfigurationSource>()]);

        await lab.RunAsync(http => http.GetStringAsync("/"));

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.False(source.ReloadOnChange));
    }

    private sealed class Ticker(TimeProvider time) : BackgroundService
    {
        public List<string> Ticks { get; } = [];

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Ticks.Add(time.GetUtcNow().ToString("mm:ss", null));
            }
        }
    }
}
