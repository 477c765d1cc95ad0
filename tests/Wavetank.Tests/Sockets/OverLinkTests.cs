using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Dns = Wavetank.Sockets.Dns;
using Ping = Wavetank.Sockets.Ping;
using PingReply = Wavetank.Sockets.PingReply;
using Socket = Wavetank.Sockets.Socket;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.Tests.Sockets;

/// <summary>Sockets of several hosts, and what their calls take of simulated time.</summary>
public sealed class OverLinkTests : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    private readonly Network _network = new();
    private readonly Host _server;
    private readonly Host _client;
    private readonly Link _link;

    public OverLinkTests()
    {
        _server = _network.AddHost("server");
        _client = _network.AddHost("client");
        _link = _network.Connect(_server, _client, new LinkOptions { Delay = Delay });
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_connect_takes_one_round_trip_and_an_echo_another()
    {
        TimeSpan connected = default;
        TimeSpan echoed = default;
        RunEchoServer();
        _client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync("server", 7);
            connected = _network.Now.ToTimeSpan();
            await client.GetStream().WriteAsync(new byte[10]);
            await client.GetStream().ReadExactlyAsync(new byte[10]);
            echoed = _network.Now.ToTimeSpan();
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
        Assert.Equal(2 * Delay, connected);
        Assert.Equal(4 * Delay, echoed);
    }

    [Fact]
    public void A_refusal_takes_one_round_trip()
    {
        _client.RunBlocking(() =>
        {
            using var client = new TcpClient(AddressFamily.InterNetwork);
            SocketException exception = Assert.Throws<SocketException>(() => client.Connect("server", 7));
            Assert.Equal(SocketError.ConnectionRefused, exception.SocketErrorCode);
            Assert.Equal(2 * Delay, _network.Now.ToTimeSpan());
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_connect_over_a_cut_link_times_out_as_on_Linux()
    {
        _link.Cut();
        _client.RunBlocking(() =>
        {
            using var client = new TcpClient(AddressFamily.InterNetwork);
            SocketException exception = Assert.Throws<SocketException>(() => client.Connect("server", 7));
            Assert.Equal(SocketError.TimedOut, exception.SocketErrorCode);

            // Four equal timeouts of the SYN, then six retransmissions with doubling ones: 4 * 1 + 1 + 2 + 4 + … + 64 seconds.
            Assert.Equal(TimeSpan.FromSeconds(131), _network.Now.ToTimeSpan());
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_host_without_a_link_reaches_nobody()
    {
        _network.AddHost("island").Run(async () =>
        {
            using var stream = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using var datagram = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            var nowhere = new IPEndPoint(IPAddress.Parse("203.0.113.9"), 9);

            SocketException connect = await Assert.ThrowsAsync<SocketException>(() => stream.ConnectAsync(nowhere));
            SocketException send = Assert.Throws<SocketException>(() => datagram.SendTo(new byte[1], nowhere));

            Assert.Equal(SocketError.NetworkUnreachable, connect.SocketErrorCode);
            Assert.Equal(SocketError.NetworkUnreachable, send.SocketErrorCode);
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_lingering_close_waits_until_the_peer_has_everything()
    {
        _server.RunBlocking(() =>
        {
            using var listener = new TcpListener(IPAddress.Any, 7);
            listener.Start();
            using Socket socket = listener.AcceptSocket();
            while (socket.Receive(new byte[100_000]) > 0)
            {
            }
        });
        _client.RunBlocking(() =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect("server", 7);
            socket.LingerState = new LingerOption(true, 10);
            socket.Send(new byte[1000]);
            TimeSpan sent = _network.Now.ToTimeSpan();
            socket.Close();

            Assert.Equal(sent + (2 * Delay), _network.Now.ToTimeSpan());
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_lingering_close_waits_no_longer_than_its_time()
    {
        _server.RunBlocking(() =>
        {
            using var listener = new TcpListener(IPAddress.Any, 7);
            listener.Start();
            listener.AcceptSocket();
        });
        _client.RunBlocking(() =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect("server", 7);
            _link.Cut();
            socket.LingerState = new LingerOption(true, 3);
            socket.Send(new byte[1000]);
            TimeSpan sent = _network.Now.ToTimeSpan();
            socket.Close();

            Assert.Equal(sent + TimeSpan.FromSeconds(3), _network.Now.ToTimeSpan());
        });

        _network.Run(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Names_of_hosts_have_their_addresses()
    {
        _client.Run(() =>
        {
            Assert.Equal("client", Dns.GetHostName());
            IPAddress server = Assert.Single(Dns.GetHostAddresses("SERVER", AddressFamily.InterNetwork));
            Assert.Equal(server, Dns.GetHostAddresses("server")[0]);
            Assert.Equal("server", Dns.GetHostEntry(server).HostName);
            Assert.Equal(Dns.GetHostAddresses(""), Dns.GetHostAddresses("client"));
            return Task.CompletedTask;
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_ping_measures_the_round_trip()
    {
        _client.Run(async () =>
        {
            using var ping = new Ping();
            PingReply reply = await ping.SendPingAsync("server", 1000, [1, 2, 3]);

            Assert.Equal(IPStatus.Success, reply.Status);
            Assert.Equal(100, reply.RoundtripTime);
            Assert.Equal([1, 2, 3], reply.Buffer);
            Assert.Equal(Dns.GetHostAddresses("server")[0], reply.Address);
            Assert.Equal(64, reply.Options!.Ttl);
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_ping_over_a_cut_link_times_out()
    {
        _link.Cut();
        _client.RunBlocking(() =>
        {
            using var ping = new Ping();

            Assert.Equal(IPStatus.TimedOut, ping.Send("server", 200).Status);
            Assert.Equal(TimeSpan.FromMilliseconds(200), _network.Now.ToTimeSpan());
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    [Fact]
    public void A_ping_that_runs_out_of_hops_hears_from_the_router()
    {
        Router router = _network.AddRouter("router");
        Host far = _network.AddHost("far");
        _network.Connect(_client, router, new LinkOptions { Delay = Delay });
        _network.Connect(router, far, new LinkOptions { Delay = Delay });
        _client.Run(async () =>
        {
            using var ping = new Ping();
            IPAddress target = Dns.GetHostAddresses("far")[0];
            PingReply reply = await ping.SendPingAsync(target, 1000, new byte[8], new PingOptions(1, false));

            Assert.Equal(IPStatus.TtlExpired, reply.Status);
            Assert.NotEqual(target, reply.Address);
            Assert.Equal(IPStatus.Success, (await ping.SendPingAsync(target)).Status);
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }

    private void RunEchoServer() => _server.Run(async () =>
    {
        using var listener = new TcpListener(IPAddress.Any, 7);
        listener.Start();
        using TcpClient client = await listener.AcceptTcpClientAsync();
        byte[] buffer = new byte[1000];
        for (int count; (count = await client.GetStream().ReadAsync(buffer)) > 0;)
        {
            await client.GetStream().WriteAsync(buffer.AsMemory(0, count));
        }
    });
}
