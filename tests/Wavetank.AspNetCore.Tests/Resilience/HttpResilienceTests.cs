using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.AspNetCore.Tests.Resilience;

/// <summary>The resilience handlers of <c>IHttpClientFactory</c>'s clients, which have their clock from the services.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class HttpResilienceTests
{
    [Fact]
    public async Task The_standard_handler_tries_again_by_the_hosts_clock()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        lab.Link.Cut();
        lab.Network.At(TimeSpan.FromSeconds(19.5), lab.Link.Restore);

        (string answer, TimeSpan time) = await AskAsync(lab, options =>
        {
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(60);
            options.Retry.UseJitter = false;
            options.Retry.Delay = TimeSpan.FromSeconds(2);
        });

        // Attempts start at 0, 7 and 16. The connection of each is given up 5 s after it, at 10 and at 17, and the next one asked for: its SYNs
        // are sent each second from 17 on.
        Assert.Equal("hello", answer);
        Assert.Equal(TimeSpan.FromSeconds(20.2), time);
    }

    [Fact]
    public async Task Jitter_is_the_seeds_where_it_is_drawn_from_the_simulation()
    {
        List<TimeSpan> times = [];
        for (int i = 0; i < 3; i++)
        {
            using var lab = new WebLab();
            RandomStream random = lab.Network.Simulator.CreateRandomStream("polly");
            int asked = 0;
            lab.Serve(application => application.MapGet("/", () => ++asked < 4 ? Results.StatusCode(503) : Results.Text("hello")));
            (string answer, TimeSpan time) = await AskAsync(lab, options => options.Retry.Randomizer = random.NextDouble);
            Assert.Equal("hello", answer);
            times.Add(time);
        }

        Assert.Single(times.Distinct());
        Assert.NotEqual(0, times[0].Ticks % TimeSpan.TicksPerSecond);
    }

    private static async Task<(string Answer, TimeSpan Time)> AskAsync(WebLab lab, Action<HttpStandardResilienceOptions> configure)
    {
        string answer = "";
        lab.Client.Run(
            async () =>
            {
                var services = new ServiceCollection();
                services.AddWavetank(lab.Client);
                services.AddHttpClient("web", client => client.BaseAddress = new Uri("http://server/")).AddStandardResilienceHandler(configure);
                await using ServiceProvider provider = services.BuildServiceProvider();
                answer = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("web").GetStringAsync("/");
                lab.Network.Stop();
            },
            "client");
        RunResult result = await lab.Network.RunAsync();
        return (answer, result.Time.ToTimeSpan());
    }
}
