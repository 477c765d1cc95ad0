using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests.Http;

/// <summary>Kestrel and HttpClient in HTTP/2, over TLS, and what is carried by HTTP, in virtual time.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class ProtocolTests
{
    [Theory]
    [InlineData("http", "1.1", 200)]
    [InlineData("http", "2.0", 200)]
    [InlineData("https", "1.1", 300)]
    [InlineData("https", "2.0", 300)]
    public async Task A_first_request_takes_its_handshakes_and_a_round_trip(string scheme, string version, int milliseconds)
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", (HttpRequest request) => request.Protocol), builder => WebLab.Listen(builder, scheme, version));
        string answer = "";
        TimeSpan at = default;

        await lab.RunAsync(async http =>
        {
            using HttpRequestMessage request = WebLab.Request($"{scheme}://server/", version);
            using HttpResponseMessage response = await http.SendAsync(request);
            answer = await response.Content.ReadAsStringAsync();
            at = lab.Network.Now.ToTimeSpan();
        });

        Assert.Equal(version == "2.0" ? "HTTP/2" : "HTTP/1.1", answer);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), at);
    }

    [Fact]
    public async Task A_web_socket_echoes_and_is_closed()
    {
        using var lab = new WebLab();
        lab.Serve(WebLab.EchoWebSockets);
        List<string> echoes = [];

        await lab.RunAsync(async _ =>
        {
            using ClientWebSocket socket = await lab.Client.ConnectWebSocketAsync(new Uri("ws://server/"));
            byte[] buffer = new byte[100];
            foreach (string text in (string[])["one", "two"])
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
                WebSocketReceiveResult received = await socket.ReceiveAsync(buffer, CancellationToken.None);
                echoes.Add($"{Encoding.UTF8.GetString(buffer, 0, received.Count)} at {lab.Network.Now.ToTimeSpan().TotalMilliseconds}");
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        });

        Assert.Equal(["one at 300", "two at 400"], echoes);
    }

    [Fact]
    public async Task Server_sent_events_come_one_by_one()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/event-stream";
            for (int i = 0; i < 3; i++)
            {
                await context.Response.WriteAsync($"data: {i}\n\n");
                await context.Response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), lab.Network.TimeProvider, context.RequestAborted);
            }
        }));
        List<string> events = [];

        await lab.RunAsync(async http =>
        {
            using var reader = new StreamReader(await http.GetStreamAsync("/"));
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.Length > 0)
                {
                    events.Add($"{line} at {lab.Network.Now.ToTimeSpan().TotalMilliseconds}");
                }
            }
        });

        Assert.Equal(["data: 0 at 200", "data: 1 at 1200", "data: 2 at 2200"], events);
    }
}
