using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>
/// A machine that is so slow that seconds of real time pass within a run, which is when a leak of real time changes it. The one place where
/// tests wait in real time: that is what they are about.
/// </summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class SlowMachineTests
{
    private const int Steps = 6;

    // More than two seconds in all: Kestrel's own heartbeat beats each second, and HTTP/2's round trips are measured each two.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(360);

    [Theory]
    [InlineData("http", "1.1")]
    [InlineData("http", "2.0")]
    [InlineData("https", "1.1")]
    [InlineData("https", "2.0")]
    public async Task Requests_are_the_same_run_on_a_slow_machine(string scheme, string version) =>
        Assert.Equal(await RequestAsync(scheme, version, TimeSpan.Zero), await RequestAsync(scheme, version, Pause));

    [Fact]
    public async Task A_web_socket_is_the_same_run_on_a_slow_machine() =>
        Assert.Equal(await EchoAsync(TimeSpan.Zero), await EchoAsync(Pause));

    private static async Task<string> RequestAsync(string scheme, string version, TimeSpan pause)
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/{n}", (int n) => new string('x', n)), builder => WebLab.Listen(builder, scheme, version));
        return Describe(await lab.RunAsync(async http =>
        {
            for (int i = 1; i <= Steps; i++)
            {
                using HttpResponseMessage response = await http.SendAsync(WebLab.Request($"{scheme}://server/{i * 50_000}", version));
                Assert.Equal(i * 50_000, (await response.Content.ReadAsStringAsync()).Length);
                Thread.Sleep(pause);
            }
        }));
    }

    private static async Task<string> EchoAsync(TimeSpan pause)
    {
        using var lab = new WebLab();
        lab.Serve(WebLab.EchoWebSockets);
        return Describe(await lab.RunAsync(async _ =>
        {
            using ClientWebSocket socket = await lab.Client.ConnectWebSocketAsync(new Uri("ws://server/"));
            byte[] buffer = new byte[5000];
            for (int i = 1; i <= Steps; i++)
            {
                await socket.SendAsync(buffer.AsMemory(0, i * 100), WebSocketMessageType.Text, true, CancellationToken.None);
                await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                Thread.Sleep(pause);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }));
    }

    private static string Describe(RunResult result) => $"{result.Digest} at {result.Time}, {result.PacketsSent} packets";
}
