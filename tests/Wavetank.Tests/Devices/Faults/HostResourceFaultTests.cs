using System.Net;
using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Packets;
using Dns = Wavetank.Sockets.Dns;
using Socket = Wavetank.Sockets.Socket;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices.Faults;

/// <summary>What a host runs out of: room in a listen queue, ports, answers to its questions for names. Each from second 1 to second 2.</summary>
public sealed class HostResourceFaultTests : IDisposable
{
    private const int Port = 5000;

    private readonly Network _network = new(seed: 1);
    private readonly Host _client;
    private readonly Host _server;
    private readonly List<string> _log = [];

    public HostResourceFaultTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _network.Connect(_client, _server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Syns_to_a_full_listen_queue_are_dropped_and_the_next_one_after_the_fault_gets_in()
    {
        Serve();
        Begin(new FullListenQueueFault(_server, Port));

        // Sent at 1.5 s and, dropped, again after a second (RFC 6298): it arrives at 2.51 and its answer at 2.52.
        Connects(0, 1.5, 3);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["Success at 0.02", "Success at 2.52", "Success at 3.02"], _log);
        Assert.Equal(1, _network.Events.Drops(_server.Stack.Point, DropReason.ListenQueueFull));
    }

    [Fact]
    public void Connections_that_are_there_and_other_ports_do_not_notice_a_full_listen_queue()
    {
        Serve();
        Begin(new FullListenQueueFault(_server, Port + 1));
        Connects(1.5);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["Success at 1.52"], _log);
    }

    [Fact]
    public void Overlapping_full_listen_queues_end_with_the_last()
    {
        Serve();
        Begin(new FullListenQueueFault(_server, Port));
        _network.Faults.Begin(new FullListenQueueFault(_server, Port), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.7));

        // The SYNs of 1.5 and 2.5 s are dropped; that of 3.5 s is not.
        Connects(1.5);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["Success at 3.52"], _log);
    }

    [Fact]
    public void Without_ephemeral_ports_a_connect_fails_as_on_linux_until_the_fault_ends()
    {
        Serve();
        Begin(new PortExhaustionFault(_client));
        Connects(0.5, 1.5, 2.5);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["Success at 0.52", "AddressNotAvailable at 1.5", "Success at 2.52"], _log);
    }

    [Fact]
    public void Without_ephemeral_ports_only_a_bind_that_names_one_succeeds()
    {
        Begin(new PortExhaustionFault(_client));
        foreach ((double second, ProtocolType protocol, int port) in new[]
        {
            (0.5, ProtocolType.Udp, 0), (1.1, ProtocolType.Udp, 0), (1.2, ProtocolType.Tcp, 0), (1.3, ProtocolType.Udp, 50_000), (2.5, ProtocolType.Udp, 0),
        })
        {
            Try(second, () =>
            {
                using var socket = new Socket(AddressFamily.InterNetwork, protocol == ProtocolType.Udp ? SocketType.Dgram : SocketType.Stream, protocol);
                socket.Bind(new IPEndPoint(IPAddress.Any, port));
                return Task.CompletedTask;
            });
        }

        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["Success at 0.5", "AddressAlreadyInUse at 1.1", "AddressAlreadyInUse at 1.2", "Success at 1.3", "Success at 2.5"], _log);
    }

    [Fact]
    public void Without_ephemeral_ports_what_binds_by_itself_over_udp_is_told_to_try_again_as_on_linux()
    {
        // Seen on Linux 6.18 with a range of one port (IP_LOCAL_PORT_RANGE) that another socket has.
        Begin(new PortExhaustionFault(_client));
        foreach (double second in new[] { 0.5, 1.1, 2.5 })
        {
            Try(second, async () =>
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                await socket.ConnectAsync(new IPEndPoint(_server.Address, 9));
            });
            Try(second + 0.1, () =>
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
                socket.SendTo(new byte[1], new IPEndPoint(_server.Address, 9));
                return Task.CompletedTask;
            });
        }

        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(
            ["Success at 0.5", "Success at 0.6", "WouldBlock at 1.1", "WouldBlock at 1.2", "Success at 2.5", "Success at 2.6"], _log);
    }

    [Fact]
    public void Sockets_that_have_a_port_keep_it_when_there_are_no_others()
    {
        Begin(new PortExhaustionFault(_client));
        _server.Run(async () =>
        {
            using var socket = new UdpClient(Port);
            await socket.ReceiveAsync();
            _log.Add("heard");
        });
        _client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            await _network.Delay(TimeSpan.FromSeconds(1.5));
            await socket.SendAsync(new byte[1], new IPEndPoint(_server.Address, Port));
        });
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["heard"], _log);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Look_ups_fail_at_once_until_the_fault_ends(bool hasNameServer)
    {
        if (hasNameServer)
        {
            _client.NameServers = [_server.Address];
            _server.Run(() => new DnsServer(new DnsServerOptions { Zones = [new DnsZone { IncludesHosts = true }] }).RunAsync(_server.TimeProvider, _network.Simulator.CreateRandomStream("dns")));
        }

        Begin(new NameFailureFault(_client));
        LooksUp("server", 0.5, 1.5, 2.5);
        _network.Run(TimeSpan.FromSeconds(10));

        // The first answer is kept, and known again after the fault.
        Assert.Equal([hasNameServer ? "Success at 0.52" : "Success at 0.5", "TryAgain at 1.5", "Success at 2.5"], _log);
    }

    [Fact]
    public void A_host_knows_itself_while_look_ups_fail()
    {
        Begin(new NameFailureFault(_client));
        LooksUp("client", 1.4);
        LooksUp("localhost", 1.5);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["Success at 1.4", "Success at 1.5"], _log);
    }

    [Fact]
    public void Faults_name_their_kind_and_target()
    {
        Assert.Equal("fill-listen-queue server:5000", new FullListenQueueFault(_server, Port).ToString());
        Assert.Equal("exhaust-ports client", new PortExhaustionFault(_client).ToString());
        Assert.Equal("fail-names client", new NameFailureFault(_client).ToString());
        Assert.Equal("clock client", new ClockFault(_client, TimeSpan.Zero).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullListenQueueFault(_server, 0));
    }

    private void Begin(Fault fault) => _network.Faults.Begin(fault, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    private void Serve() => _server.Run(async () =>
    {
        using var listener = new TcpListener(IPAddress.Any, Port);
        listener.Start();
        while (true)
        {
            (await listener.AcceptTcpClientAsync()).Dispose();
        }
    });

    private void Connects(params double[] seconds)
    {
        foreach (double second in seconds)
        {
            Try(second, async () =>
            {
                using var client = new TcpClient();
                await client.ConnectAsync(_server.Address, Port);
            });
        }
    }

    private void LooksUp(string name, params double[] seconds)
    {
        foreach (double second in seconds)
        {
            Try(second, () => Dns.GetHostAddressesAsync(name));
        }
    }

    private void Try(double second, Func<Task> action) => _client.Run(
        async () =>
        {
            SocketError error = SocketError.Success;
            try
            {
                await action();
            }
            catch (SocketException exception)
            {
                error = exception.SocketErrorCode;
            }

            _log.Add(FormattableString.Invariant($"{error} at {_network.Now.ToTimeSpan().TotalSeconds:0.##}"));
        },
        delay: TimeSpan.FromSeconds(second));
}
