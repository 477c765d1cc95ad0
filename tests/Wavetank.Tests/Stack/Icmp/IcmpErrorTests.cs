using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Stack.Icmp;

/// <summary>Which errors are sent, from where, and who hears of them: client - router - server.</summary>
public sealed class IcmpErrorTests : IDisposable
{
    private const ushort ClosedPort = 9;

    private readonly Network _network = new();
    private readonly Host _client;
    private readonly Host _server;
    private readonly Router _router;
    private readonly PacketLog _log;

    public IcmpErrorTests()
    {
        _client = _network.AddHost("client");
        _router = _network.AddRouter("router");
        _server = _network.AddHost("server");
        _network.Connect(_client, _router);
        _network.Connect(_router, _server);
        _log = new PacketLog(_network);
        _network.Run();
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 792, "Destination Unreachable Message"; RFC 1122 §4.1.3.1, §4.1.3.3; RFC 4443 §3.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_connected_endpoint_hears_that_the_port_is_closed(bool v6)
    {
        using UdpProbe connected = Probe(v6), other = Probe(v6);
        TransportAddress closed = Addresses.At(_server, ClosedPort, v6);
        connected.Connect(closed);

        connected.Send(closed, 1);
        other.Send(closed, 1);
        _network.Run();

        Assert.Equal(SocketError.ConnectionRefused, connected.Endpoint.TakeError());
        Assert.Equal(SocketError.Success, connected.Endpoint.TakeError());
        Assert.Equal(SocketError.Success, other.Endpoint.TakeError());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_host_without_listeners_refuses_a_connection(bool v6) =>
        Assert.Equal(SocketError.ConnectionRefused, Connect(Addresses.At(_server, ClosedPort, v6)));

    [Theory]
    [InlineData("10.200.0.1")]
    [InlineData("fd00::200:1")]
    public void A_connection_attempt_hears_that_there_is_no_way(string nowhere)
    {
        Assert.Equal(SocketError.NetworkUnreachable, Connect(new TransportAddress(Address.Parse(nowhere), 80)));
        Assert.Equal([DropReason.NoRoute], _log.Drops("host/router"));
    }

    // Proves RFC 792, "Time Exceeded Message"; RFC 1812 §5.3.1.
    [Fact]
    public void A_time_to_live_that_runs_out_is_answered_by_the_router_where_it_did()
    {
        using UdpProbe probe = Probe(v6: false);
        probe.Endpoint.TimeToLive = 1;
        probe.Send(Addresses.At(_server, ClosedPort), 1);
        _network.Run();

        PacketLog.Line error = Assert.Single(_log.At("link/client-router/backward"));
        Assert.Equal((11, 0), (error.IcmpType, error.IcmpCode));
        Assert.Equal(Addresses.Of(_router), error.Source);
        Assert.Equal([DropReason.TimeToLiveExceeded], _log.Drops("host/router"));
    }

    // Proves RFC 4443 §3.
    [Fact]
    public void A_hop_limit_that_runs_out_is_answered_too()
    {
        using UdpProbe probe = Probe(v6: true);
        probe.Endpoint.TimeToLive = 1;
        probe.Send(Addresses.At(_server, ClosedPort, v6: true), 1);
        _network.Run();

        PacketLog.Line error = Assert.Single(_log.At("link/client-router/backward"));
        Assert.Equal((3, 0), (error.IcmpType, error.IcmpCode));
    }

    // Proves RFC 1122 §3.2.2; RFC 4443 §2.2 (a).
    [Fact]
    public void An_error_comes_from_the_address_that_the_packet_was_for()
    {
        Address second = Addresses.Of(_router, index: 1);
        using UdpProbe probe = Probe(v6: false);
        probe.Connect(new TransportAddress(second, ClosedPort));
        probe.Send(new TransportAddress(second, ClosedPort), 1);
        _network.Run();

        Assert.Equal(second, Assert.Single(_log.At("link/client-router/backward")).Source);
        Assert.Equal(SocketError.ConnectionRefused, probe.Endpoint.TakeError());
    }

    // Proves RFC 1122 §3.2.2.1; RFC 8200 §4; RFC 4443 §2.1.
    [Fact]
    public void An_unknown_protocol_is_answered_and_an_ICMP_of_the_other_family_too()
    {
        Arrive(packet => packet.Protocol = (IpProtocol)132);
        Arrive(packet =>
        {
            packet.Protocol = IpProtocol.IcmpV6;
            packet.Icmp.Type = 128;
        });
        _network.Run();

        Assert.Equal([DropReason.ProtocolUnreachable, DropReason.ProtocolUnreachable], _log.Drops("host/server"));
        Assert.Equal([(3, 2), (3, 2)], _log.At("link/router-server/backward").Select(line => ((int)line.IcmpType, (int)line.IcmpCode)));
    }

    // Proves RFC 1122 §3.2.2; RFC 4443 §2.4 (e).
    [Fact]
    public void No_error_is_sent_about_an_error()
    {
        Arrive(packet =>
        {
            packet.Protocol = IpProtocol.Icmp;
            packet.Icmp.Type = 3;
            packet.TimeToLive = 1;
        }, at: _router);
        _network.Run();

        Assert.Equal([DropReason.TimeToLiveExceeded], _log.Drops("host/router"));
        Assert.Empty(_log.At("link/client-router/backward"));
    }

    // Proves RFC 1122 §3.2.2; RFC 4443 §2.4 (e).
    [Fact]
    public void No_error_is_sent_about_a_later_fragment_or_a_broadcast()
    {
        Arrive(packet =>
        {
            packet.FragmentOffset = 8;
            packet.TimeToLive = 1;
        }, at: _router);
        Arrive(packet => packet.Destination = Address.IPv4Broadcast);
        _network.Run();

        Assert.Empty(_log.At("link/client-router/backward"));
        Assert.Empty(_log.At("link/router-server/backward"));
    }

    // Proves RFC 1812 §4.3.2.8; RFC 4443 §2.4 (f).
    [Fact]
    public void Errors_to_one_receiver_are_six_at_once_and_one_a_second()
    {
        using UdpProbe probe = Probe(v6: false);
        for (int i = 0; i < 100; i++)
        {
            _network.At(TimeSpan.FromMilliseconds(100 * i), () => probe.Send(Addresses.At(_server, ClosedPort), 1));
        }

        _network.Run();

        // 100 datagrams in ten seconds: six, and then one for each second that has passed.
        Assert.Equal(100, _log.Drops("host/server").Count);
        Assert.InRange(_log.At("link/router-server/backward").Count, 15, 16);
    }

    [Fact]
    public void The_limit_forgets_receivers_rather_than_growing()
    {
        var limit = new IcmpRateLimit(new Simulator(1));
        for (uint i = 0; i < 100_000; i++)
        {
            Assert.True(limit.TryTake(Address.FromIPv4(i)));
        }
    }

    // Proves RFC 1812 §4.3.2.3; RFC 4443 §2.4 (c).
    [Theory]
    [InlineData(false, 576)]
    [InlineData(true, 1280)]
    public void An_error_quotes_no_more_than_fits(bool v6, int length)
    {
        using UdpProbe probe = Probe(v6);
        probe.Send(Addresses.At(_server, ClosedPort, v6), new byte[1400]);
        _network.Run();

        Assert.Equal(length, Assert.Single(_log.At("link/client-router/backward")).Length);
    }

    // Proves RFC 9293 MUST-55; RFC 6633 §3.
    [Fact]
    public void A_source_quench_is_for_no_socket()
    {
        Assert.False(IcmpErrors.IsForSockets(IpProtocol.Icmp, 4));
        Assert.True(IcmpErrors.IsForSockets(IpProtocol.Icmp, 3));
    }

    [Fact]
    public void Path_MTU_discovery_is_not_limited()
    {
        _network.Links[1].Change(new LinkOptions { Mtu = 600 });
        for (int i = 0; i < 20; i++)
        {
            using var probe = new UdpProbe(_client);
            Arrive(packet =>
            {
                packet.Protocol = IpProtocol.Udp;
                packet.DontFragment = true;
                packet.CarryCopy(new byte[700]);
            }, at: _router);
        }

        _network.Run();

        Assert.Equal(20, _log.At("link/client-router/backward").Count);
    }

    private UdpProbe Probe(bool v6) => new(_client, 0, v6 ? Address.IPv6Any : Address.IPv4Any);

    private SocketError Connect(TransportAddress to)
    {
        SocketError error = SocketError.Success;
        _client.Run(async () =>
        {
            using var socket = new Socket(to.Address.Family, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(to.Address.ToIPAddress(), to.Port));
            }
            catch (SocketException exception)
            {
                error = exception.SocketErrorCode;
            }
        });
        _network.Run();
        Assert.Equal(0, _network.Pool.Rented);
        return error;
    }

    /// <summary>Lets a packet from the client to the server come in at a device.</summary>
    private void Arrive(Action<Packet> change, IpDevice? at = null)
    {
        Packet packet = _network.Pool.Rent();
        packet.Source = Addresses.Of(_client);
        packet.Destination = Addresses.Of(_server);
        packet.Protocol = IpProtocol.Udp;
        packet.TimeToLive = 64;
        change(packet);
        packet.Seal();
        at ??= _server;
        at.Stack.Ip.Receive(packet, at.Interfaces[0].Interface);
    }
}
