using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Ip;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Stack.Ip;

/// <summary>Path MTU discovery from end to end: client - (1500) - first - (narrow) - second - (1500) - server.</summary>
public sealed class PathMtuTests : IDisposable
{
    private const int Size = 200_000;

    private readonly Network _network = new();
    private readonly Host _client;
    private readonly Host _server;
    private readonly Router _first;
    private readonly Router _second;
    private readonly PacketLog _log;

    public PathMtuTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _first = _network.AddRouter("first");
        _second = _network.AddRouter("second");
        _network.Connect(_client, _first, Ms());
        _network.Connect(_first, _second, Ms(), name: "middle");
        _network.Connect(_second, _server, Ms());
        _log = new PacketLog(_network);
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 9293 §3.7.2; RFC 1191 §3, §4, §6; RFC 4443 §3.2; RFC 8201 §4, §5.
    [Theory]
    [InlineData(false, 1400)]
    [InlineData(false, 576)]
    [InlineData(true, 1400)]
    [InlineData(true, 1280)]
    [InlineData(true, 576)]
    public void A_transfer_finds_the_narrow_link_and_arrives(bool v6, int mtu)
    {
        _network.Links[1].Change(Ms(mtu));

        Transfer transfer = Send(v6);

        Assert.Equal(Size, transfer.Received);
        int carried = v6 ? Math.Max(mtu, 1280) : mtu;
        Assert.All(_log.At("link/middle/forward"), line => Assert.True(line.Length <= carried, $"{line}"));
        Assert.Contains(_log.At("link/middle/forward"), line => line.Length == carried && !line.IsFragment);
        Assert.Equal([DropReason.TooBig], _log.Drops("host/first").Distinct());
        Assert.Equal(0, _network.Pool.Rented);
    }

    // Proves RFC 1191 §3.
    [Fact]
    public void Behind_a_link_narrower_than_is_believed_packets_are_cut()
    {
        _network.Links[1].Change(Ms(296));

        Transfer transfer = Send(v6: false);

        // Linux: no path MTU below 552 is believed; what is that large goes without "don't fragment".
        Assert.Equal(Size, transfer.Received);
        Assert.Contains(_log.At("link/client-first/forward"), line => line.Length == 552);
        Assert.Contains(_log.At("link/middle/forward"), line => line.IsFragment && line.Length <= 296);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_router_that_does_not_say_so_makes_a_black_hole(bool v6)
    {
        _network.Links[1].Change(Ms(1300));
        _first.SendsIcmpErrors = false;

        Transfer transfer = Send(v6, TimeSpan.FromMinutes(1));

        // The handshake is small enough; a full segment is lost again and again.
        Assert.Equal(0, transfer.Received);
        Assert.True(_log.Drops("host/first").Count > 3);
        Assert.DoesNotContain(_log.At("link/client-first/backward"), line => line.IsIcmp);
    }

    [Theory]
    [InlineData(false, 1300, 1024)]
    [InlineData(true, 1300, 1024)]
    [InlineData(false, 900, 512)]
    public void With_probing_a_black_hole_is_passed_by_smaller_segments(bool v6, int mtu, int payload)
    {
        _network.Links[1].Change(Ms(mtu));
        _first.SendsIcmpErrors = false;

        Transfer transfer = Transfer.Start(_client, _server, Size, v6);
        _network.Run(TimeSpan.FromMilliseconds(10));
        Assert.Single(_client.Stack.Tcp.Connections).Settings.MtuProbing = true;
        _network.Run(TimeSpan.FromMinutes(1));

        // Linux, tcp_mtu_probing = 1: three seconds after the first retransmission 1024 bytes, then half of it a timeout (RFC 4821 §7).
        Assert.Equal(Size, transfer.Received);
        int headers = v6 ? 72 : 52;
        Assert.Contains(_log.At("link/middle/forward"), line => line.Length == payload + headers);
        Assert.All(_log.At("link/middle/forward"), line => Assert.True(line.Length <= payload + headers, $"{line}"));
    }

    [Fact]
    public void A_second_connection_knows_what_the_first_has_found()
    {
        _network.Links[1].Change(Ms(1300));
        Send(v6: false);
        int dropped = _log.Drops("host/first").Count;

        Send(v6: false, port: 5002);

        Assert.NotEqual(0, dropped);
        Assert.Equal(dropped, _log.Drops("host/first").Count);
    }

    // Proves RFC 5927 §4, §7.2.
    [Fact]
    public void A_message_about_nothing_that_was_sent_is_not_believed()
    {
        Address server = Address.FromIPAddress(_server.Address);
        Address own = Address.FromIPAddress(_client.Address);
        byte[] quote = [0x45, .. new byte[8], 17, 0, 0, .. own.ToIPAddress().GetAddressBytes(), .. server.ToIPAddress().GetAddressBytes(), 0x30, 0x39, 0, 9, 0, 0, 0, 0];

        _network.Run();
        Hear(quote);
        Assert.Equal(1500, PathMtu());

        // The same about a port that is open.
        using var probe = new UdpProbe(_client, 0x3039);
        Hear(quote);
        Assert.Equal(600, PathMtu());

        int PathMtu()
        {
            Assert.True(_client.Stack.Ip.TrySelectSource(server, out _, out int mtu));
            return mtu;
        }

        void Hear(byte[] quoted)
        {
            Packet packet = _network.Pool.Rent();
            packet.Source = Address.Parse("10.0.0.2");
            packet.Destination = own;
            packet.Protocol = IpProtocol.Icmp;
            packet.TimeToLive = 9;
            packet.Icmp = new IcmpHeader { Type = 3, Code = 4, SequenceNumber = 600 };
            packet.CarryCopy(quoted);
            packet.Seal();
            _client.Stack.Ip.Receive(packet, _client.Interfaces[0].Interface);
        }
    }

    // Proves RFC 1191 §6.3; RFC 8201 §4.
    [Fact]
    public void What_was_learnt_only_shrinks_and_is_forgotten_after_ten_minutes()
    {
        var simulator = new Simulator(1);
        var cache = new PathMtuCache(simulator);
        Address destination = Address.Parse("10.9.9.9");
        Assert.Equal(1500, cache.Find(destination, 1500));

        cache.Learn(destination, 1400, 1500);
        cache.Learn(destination, 1450, 1500);
        Assert.Equal(1400, cache.Find(destination, 1500));
        cache.Learn(destination, 100, 1500);
        Assert.Equal(552, cache.Find(destination, 1500));
        Assert.True(cache.IsBelowMinimum(destination));

        simulator.Run(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(601)));
        Assert.Equal(1500, cache.Find(destination, 1500));
    }

    [Fact]
    public void However_many_destinations_are_told_of_the_memory_is_bounded()
    {
        var cache = new PathMtuCache(new Simulator(1));
        for (uint i = 0; i < 10_000; i++)
        {
            cache.Learn(Address.FromIPv4(0x0A00_0000 + i), 600, 1500);
        }

        Assert.Equal(4096, Enumerable.Range(0, 10_000).Count(i => cache.Find(Address.FromIPv4(0x0A00_0000 + (uint)i), 1500) == 600));
    }

    private static LinkOptions Ms(int mtu = 1500) => new() { Delay = TimeSpan.FromMilliseconds(5), Rate = DataRate.Mbps(50), Mtu = mtu };

    private Transfer Send(bool v6, TimeSpan? limit = null, ushort port = 5001)
    {
        Transfer transfer = Transfer.Start(_client, _server, Size, v6, port);
        _ = limit is { } duration ? _network.Run(duration) : _network.Run();
        return transfer;
    }
}
