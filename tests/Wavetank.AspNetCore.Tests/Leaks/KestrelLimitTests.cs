using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Wavetank.AspNetCore.Tests.Support;
using TcpClient = Wavetank.Sockets.TcpClient;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>Kestrel's limits are kept by its heartbeat, which beats once a second of simulated time.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class KestrelLimitTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: server\r\n", 30)] // RequestHeadersTimeout
    [InlineData("POST / HTTP/1.1\r\nHost: server\r\nContent-Length: 100000\r\n\r\n", 5)] // MinRequestBodyDataRate, after its grace period
    [InlineData("", 130)] // KeepAliveTimeout, which covers the first request as well
    public async Task A_request_that_stands_still_is_ended_by_simulated_time(string begun, int seconds)
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapPost("/", async (HttpRequest request) => await request.Body.CopyToAsync(Stream.Null)));
        string answer = "";
        double at = 0;

        // Kestrel's heartbeat keeps no run going.
        lab.Client.Run(async () => await lab.Network.Delay(TimeSpan.FromMinutes(5)));

        await lab.RunAsync(async _ =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync("server", 80, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(client.GetStream());
            answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            at = lab.Network.Now.ToTimeSpan().TotalSeconds;
        });

        Assert.StartsWith(begun.Length == 0 ? "" : "HTTP/1.1 408 Request Timeout", answer, StringComparison.Ordinal);
        Assert.InRange(at, seconds, seconds + 2.5);
    }
}
