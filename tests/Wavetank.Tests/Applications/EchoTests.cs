using System.Net;
using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Applications;

public sealed class EchoTests : IDisposable
{
    private const int Port = 7;

    private readonly Network _net = new();
    private readonly Host _server;
    private readonly Host _client;

    public EchoTests()
    {
        _server = _net.AddHost("server");
        _client = _net.AddHost("client");
        _net.Connect(_server, _client, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
    }

    public void Dispose() => _net.Dispose();

    [Theory]
    [InlineData(64)]
    [InlineData(2_000_000)]
    public void A_message_of_any_size_comes_back_over_tcp(int size)
    {
        var client = new TcpEchoClient(new EchoOptions { Host = "server", Port = Port, Size = size, Count = 3 });
        Start(_server, new TcpEchoServer(Port));
        Start(_client, client);

        _net.Run();

        Assert.Equal((3, 3L * size, 0), (client.Metrics.Count, client.Metrics.Bytes, client.Metrics.Errors));
    }

    [Fact]
    public void A_server_that_closes_in_the_middle_of_a_large_message_is_an_error_and_no_end()
    {
        var client = new TcpEchoClient(new EchoOptions { Host = "server", Port = Port, Size = 8_000_000, Count = 1 });
        Start(_client, client);
        _server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, Port));
            listener.Listen();
            using Socket socket = await listener.AcceptAsync();
            await socket.ReceiveAsync(new byte[1000].AsMemory());
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal((0, 1), (client.Metrics.Count, client.Metrics.Errors));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Think_times_below_a_millisecond_are_kept(bool tcp)
    {
        TimeSpan think = TimeSpan.FromMicroseconds(500);
        long without = EndOf(tcp, null), with = EndOf(tcp, () => think);

        Assert.Equal(10 * 500_000, with - without);
    }

    [Theory]
    [InlineData(2500, 1)]
    [InlineData(1500, 0)]
    public void A_ping_waits_for_its_reply_to_the_microsecond(int microseconds, int replies)
    {
        var ping = new PingApplication("server", 1, TimeSpan.FromSeconds(1), 8, TimeSpan.FromMicroseconds(microseconds));
        Start(_client, ping);

        _net.Run();

        Assert.Equal((replies, 1 - replies), (ping.Metrics.Count, ping.Metrics.Errors));
        Assert.All(ping.Metrics.FirstErrors, text => Assert.Equal("TimedOut", text));
    }

    private static long EndOf(bool tcp, Func<TimeSpan>? think)
    {
        using var tests = new EchoTests();
        var options = new EchoOptions { Host = "server", Port = Port, Count = 11, Think = think };
        long end = 0;
        Application server = tcp ? new TcpEchoServer(Port) : new UdpEchoServer(Port);
        Application client = tcp ? new TcpEchoClient(options) : new UdpEchoClient(options);
        tests.Start(tests._server, server);
        tests._client.Run(async () =>
        {
            await client.RunAsync(tests._net.TimeProvider, tests._net.Simulator.CreateRandomStream("client"));
            end = tests._net.Now.Nanoseconds;
        });
        tests._net.Run();
        Assert.Equal(11, client.Metrics.Count);
        return end;
    }

    private void Start(Host host, Application application) =>
        host.Run(() => application.RunAsync(_net.TimeProvider, _net.Simulator.CreateRandomStream(host.Name)));
}
