using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;

namespace Wavetank.AspNetCore.Tests.SignalR;

/// <summary>Says what time it is at the server: when asked, and every second.</summary>
internal sealed class ClockHub(TimeProvider time) : Hub
{
    public string Echo(string text) => text;

    public async Task<string> Wait(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), time, Context.ConnectionAborted);
        return time.GetUtcNow().ToString("mm:ss.fff", null);
    }

    public async IAsyncEnumerable<int> Count(int to)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time);
            yield return i;
        }
    }

    /// <summary>Tells all clients the time.</summary>
    internal sealed class Ticker(IHubContext<ClockHub> hub, TimeProvider time) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await hub.Clients.All.SendAsync("tick", time.GetUtcNow().ToString("mm:ss", null), stoppingToken);
            }
        }
    }
}
