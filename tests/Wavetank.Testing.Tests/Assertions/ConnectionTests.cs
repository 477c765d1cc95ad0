using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Testing.Assertions;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Testing.Tests.Assertions;

public sealed class ConnectionTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Network _net = new();
    private readonly Host _server;
    private readonly Host _client;

    public ConnectionTests()
    {
        (_server, _client) = (_net.AddHost("server"), _net.AddHost("client"));
        _net.Connect(_client, _server, new() { Delay = TimeSpan.FromMilliseconds(10), Rate = DataRate.Mbps(10) });
    }

    public void Dispose() => _net.Dispose();

    [Fact]
    public void Connections_that_both_ends_closed_are_no_leak_whether_in_TIME_WAIT_or_gone()
    {
        Run(clientCloses: true, serverCloses: true);
        Expect.NoLeakedConnections(_net);

        _net.Run(TimeSpan.FromMinutes(5));
        Expect.NoLeakedConnections(_net);
        Expect.NoLeakedConnections(_server);
    }

    [Fact]
    public void A_connection_that_nobody_closes_is_a_leak_of_both_ends()
    {
        Run(clientCloses: false, serverCloses: false);

        Assert.Equal(
            """
            Expected that the network has no TCP connection at 1.000000000 s, but it has 2:
              server:7 to client:46084: ESTABLISHED
              client:46084 to server:7: ESTABLISHED
            """,
            Message(() => Expect.NoLeakedConnections(_net)));
    }

    [Fact]
    public void A_server_that_does_not_close_what_its_client_closed_leaks()
    {
        Run(clientCloses: true, serverCloses: false);

        Assert.Equal(
            """
            Expected that server has no TCP connection at 1.000000000 s, but it has 1:
              server:7 to client:46084: CLOSE-WAIT
            """,
            Message(() => Expect.NoLeakedConnections(_server)));
    }

    [Fact]
    public void A_host_that_crashed_has_no_connections()
    {
        Run(clientCloses: false, serverCloses: false);
        _server.Crash();
        _net.Run(Second);

        Expect.NoLeakedConnections(_server);
        Assert.Throws<SimulationAssertException>(() => Expect.NoLeakedConnections(_client));
    }

    [Fact]
    public void Throughput_is_that_of_acknowledged_payload()
    {
        Run(clientCloses: true, serverCloses: true, bytes: 1_000_000);
        TcpFlow flow = Assert.Single(_net.TcpFlows, flow => flow.Host == "client");

        Expect.ThroughputAtLeast(flow, DataRate.Mbps(8));
        Assert.Matches(
            @"^Expected that client:46084 sends to server:7 at 10Mbps or more from 0\.02\d+ s to 0\.8\d+ s, but it was 9\.\d+Mbps: 1000000 bytes were acknowledged\.$",
            Message(() => Expect.ThroughputAtLeast(flow, DataRate.Mbps(10))));
    }

    [Fact]
    public void Throughput_of_an_end_that_sent_nothing_is_too_little()
    {
        Run(clientCloses: true, serverCloses: true, bytes: 1000);
        TcpFlow flow = Assert.Single(_net.TcpFlows, flow => flow.Host == "server");

        Assert.Equal(
            "Expected that server:7 sends to client:46084 at 1kbps or more, but nothing that it sent was acknowledged.",
            Message(() => Expect.ThroughputAtLeast(flow, DataRate.Kbps(1))));
    }

    [Fact]
    public void Throughput_over_a_time_is_taken_from_samples()
    {
        _net.SampleTcp(TimeSpan.FromMilliseconds(1));
        Run(clientCloses: false, serverCloses: false, bytes: 1_000_000);
        TcpFlow flow = Assert.Single(_net.TcpFlows, flow => flow.Host == "client");

        Expect.ThroughputAtLeast(flow, DataRate.Mbps(9), 0.3 * Second, 0.7 * Second);
        Assert.Equal(
            "Expected that client:46084 sends to server:7 at 1bps or more from 0.900000000 s to 1.000000000 s, but it was 0bps: 0 bytes were acknowledged.",
            Message(() => Expect.ThroughputAtLeast(flow, new DataRate(1), 0.9 * Second, Second)));
    }

    [Fact]
    public void What_makes_no_sense_to_ask_is_told()
    {
        Run(clientCloses: true, serverCloses: true, bytes: 1000);
        TcpFlow flow = _net.TcpFlows[0];

        Assert.Throws<ArgumentOutOfRangeException>(() => Expect.ThroughputAtLeast(flow, DataRate.Unlimited));
        Assert.Throws<ArgumentException>(() => Expect.ThroughputAtLeast(flow, DataRate.Mbps(1), Second, Second));
        Assert.Contains("call network.SampleTcp", Assert.Throws<InvalidOperationException>(
            () => Expect.ThroughputAtLeast(flow, DataRate.Mbps(1), TimeSpan.Zero, Second)).Message, StringComparison.Ordinal);
    }

    private static string Message(Action assertion) => Assert.Throws<SimulationAssertException>(assertion).Message;

    private void Run(bool clientCloses, bool serverCloses, int bytes = 0)
    {
        _server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            Socket peer = await listener.AcceptAsync();
            byte[] buffer = new byte[4096];
            while (await peer.ReceiveAsync(buffer) > 0)
            {
            }

            if (serverCloses)
            {
                peer.Dispose();
            }

            await _net.Delay(TimeSpan.FromHours(1));
            GC.KeepAlive(peer);
        });
        _client.Run(async () =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("server", 7);
            await socket.SendAsync(new byte[bytes]);
            if (clientCloses)
            {
                socket.Dispose();
            }

            await _net.Delay(TimeSpan.FromHours(1));
            GC.KeepAlive(socket);
        });
        _net.Run(Second);
    }
}
