using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Wavetank.AspNetCore;
using Wavetank.Devices;

namespace FirstTest;

public sealed class FirstTest
{
    private readonly Network _net = new(seed: 7);
    private readonly Host _client, _server;

    public FirstTest()
    {
        (_client, _server) = (_net.AddHost("client"), _net.AddHost("server"));
        _net.Connect(_client, _server, new() { Delay = TimeSpan.FromMilliseconds(50) });
    }

    [Fact]
    public void A_connection_takes_a_round_trip()
    {
        _server.Run(async () =>
        {
            using TcpListener listener = TcpListener.Create(5000);
            listener.Start();
            using TcpClient peer = await listener.AcceptTcpClientAsync();
        });
        _client.RunBlocking(() =>
        {
            using var peer = new TcpClient("server", 5000);
            Assert.Equal(0.1, _net.Now.TotalSeconds);
        });
        _net.Run().EnsureCompleted();
    }

    [Fact]
    public async Task A_request_takes_two()
    {
        _server.AddService(async () =>
        {
            WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseWavetank(_server);
            builder.WebHost.UseUrls("http://*:80");
            WebApplication app = builder.Build();
            app.MapGet("/", () => "hello");
            await app.RunAsync();
        });
        _client.Run(async () =>
        {
            using HttpClient http = _client.CreateHttpClient(timeout: TimeSpan.FromSeconds(3));
            Assert.Equal("hello", await http.GetStringAsync("http://server/"));
            Assert.Equal(0.2, _net.Now.TotalSeconds);
            _net.Stop();
        });
        await _net.RunAsync();
    }
}
