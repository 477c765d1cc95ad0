using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.Http;

/// <summary>Requests and messages of growing size, several at a time, over a link that loses some packets.</summary>
internal static class HttpWorkloads
{
    private static readonly LinkOptions Lossy = new() { Delay = WebLab.Delay, Rate = DataRate.Mbps(20), Loss = 0.02 };

    public static Func<Task<string>> Over(string scheme, string version) => async () =>
    {
        using var lab = new WebLab(Lossy);
        lab.Serve(application => application.MapGet("/{n}", (int n) => new string('x', n)), builder => WebLab.Listen(builder, scheme, version));
        return Describe(await lab.RunAsync(async http =>
        {
            for (int n = 1; n < 50_000; n *= 6)
            {
                int[] lengths = await Task.WhenAll(Enumerable.Range(n, 3).Select(async size =>
                {
                    using HttpRequestMessage request = WebLab.Request($"{scheme}://server/{size}", version);
                    using HttpResponseMessage response = await http.SendAsync(request);
                    return (await response.Content.ReadAsStringAsync()).Length;
                }));
                Assert.Equal([n, n + 1, n + 2], lengths);
            }
        }));
    };

    public static async Task<string> WebSocketAsync()
    {
        using var lab = new WebLab(Lossy);
        lab.Serve(WebLab.EchoWebSockets);
        return Describe(await lab.RunAsync(async _ =>
        {
            using ClientWebSocket socket = await lab.Client.ConnectWebSocketAsync(new Uri("ws://server/"));
            byte[] buffer = new byte[5000];
            for (int n = 1; n < buffer.Length; n *= 2)
            {
                await socket.SendAsync(buffer.AsMemory(0, n), WebSocketMessageType.Text, true, CancellationToken.None);
                for (int got = 0; got < n;)
                {
                    got += (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).Count;
                }
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }));
    }

    private static string Describe(RunResult result) => $"{result.Digest} at {result.Time}";
}
