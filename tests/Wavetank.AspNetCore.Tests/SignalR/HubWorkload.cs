using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.SignalR;

/// <summary>Calls and pushes of growing size, several at a time, over a link that loses some packets.</summary>
internal static class HubWorkload
{
    public static async Task<string> RunAsync()
    {
        using var lab = new WebLab(new LinkOptions { Delay = WebLab.Delay, Rate = DataRate.Mbps(20), Loss = 0.02 });
        lab.Serve(
            application => application.MapHub<ClockHub>("/clock"),
            builder =>
            {
                builder.Services.AddSignalR();
                builder.Services.AddHostedService<ClockHub.Ticker>();
            });
        int ticks = 0;
        RunResult result = await lab.RunAsync(async _ =>
        {
            await using var client = new HubClient(lab.Client, "http://server/clock", attemptTimeout: TimeSpan.FromMinutes(1));
            client.Connection.On<string>("tick", _ => ticks++);
            await client.Connection.StartAsync();
            for (int n = 1; n < 30_000; n *= 5)
            {
                string[] echoes = await Task.WhenAll(Enumerable.Range(n, 3).Select(size => client.Connection.InvokeAsync<string>("Echo", new string('x', size))));
                Assert.Equal([n, n + 1, n + 2], echoes.Select(echo => echo.Length));
            }

            await foreach (int item in client.Connection.StreamAsync<int>("Count", 5))
            {
                Assert.InRange(item, 1, 5);
            }
        });
        return $"{result.Digest} at {result.Time}, {ticks} ticks";
    }
}
