using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Stack.Ip;

/// <summary>Datagrams that are larger than links: client - (1500) - first - (mtu) - second - (mtu) - server.</summary>
public sealed class FragmentationTests : IDisposable
{
    private const ushort Port = 9;

    private readonly Network _network = new();
    private readonly Host _client;
    private readonly Host _server;
    private readonly PacketLog _log;

    public FragmentationTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        Router first = _network.AddRouter("first"), second = _network.AddRouter("second");
        _network.Connect(_client, first);
        _network.Connect(first, second, new LinkOptions { Mtu = 1400 });
        _network.Connect(second, _server, new LinkOptions { Mtu = 1300 });
        _log = new PacketLog(_network);
        _network.Run();
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 791 §3.2; RFC 8200 §4.5.
    [Theory]
    [InlineData(false, 65_507)]
    [InlineData(false, 2_000)]
    [InlineData(true, 65_527)]
    public void A_datagram_larger_than_the_link_arrives_whole(bool v6, int size)
    {
        using UdpProbe receiver = Receiver(v6), sender = Sender(v6);
        byte[] payload = Pattern(size);

        // The first tells an IPv6 sender what the path carries.
        sender.Send(Addresses.At(_server, Port, v6), payload);
        _network.Run();
        if (v6)
        {
            Assert.Null(receiver.TryReceive());
            sender.Send(Addresses.At(_server, Port, v6), payload);
            _network.Run();
            Assert.Null(receiver.TryReceive());
            sender.Send(Addresses.At(_server, Port, v6), payload);
            _network.Run();
        }

        Assert.Equal(payload, receiver.TryReceive()!.Value.Payload);

        // What arrived of the first attempts is given up after a minute.
        _network.Run(TimeSpan.FromSeconds(61));
        Assert.Equal(0, _network.Pool.Rented);
    }

    // Proves RFC 791 §2.3.
    [Fact]
    public void A_router_cuts_an_IPv4_fragment_once_more()
    {
        using UdpProbe receiver = Receiver(v6: false), sender = Sender(v6: false);
        byte[] payload = Pattern(3000);

        sender.Send(Addresses.At(_server, Port), payload);
        _network.Run();

        // 3008 bytes behind the IP header: 1480 at most over 1500, 1376 over 1400, 1280 over 1300.
        Assert.Equal([1500, 1500, 68], _log.At("link/client-first/forward").Select(line => line.Length));
        Assert.Equal([1396, 124, 1396, 124, 68], _log.At("link/first-second/forward").Select(line => line.Length));
        Assert.Equal([1300, 116, 124, 1300, 116, 124, 68], _log.At("link/second-server/forward").Select(line => line.Length));
        Assert.Equal(payload, receiver.TryReceive()!.Value.Payload);
    }

    // Proves RFC 8200 §5.
    [Fact]
    public void In_IPv6_only_the_sender_cuts()
    {
        using UdpProbe receiver = Receiver(v6: true), sender = Sender(v6: true);

        sender.Send(Addresses.At(_server, Port, v6: true), Pattern(1440));
        _network.Run();

        Assert.Equal([DropReason.TooBig], _log.Drops("host/first"));
        PacketLog.Line error = Assert.Single(_log.At("link/client-first/backward"));
        Assert.Equal((2, 0), (error.IcmpType, error.IcmpCode));
        Assert.Null(receiver.TryReceive());

        sender.Send(Addresses.At(_server, Port, v6: true), Pattern(1300));
        _network.Run();
        Assert.Equal([1488, 1348], _log.At("link/client-first/forward").Select(line => line.Length));
    }

    // Proves RFC 8200 §5.
    [Fact]
    public void A_link_narrower_than_IPv6_allows_carries_1280_bytes_of_it_all_the_same()
    {
        using var network = new Network();
        Host one = network.AddHost("one"), other = network.AddHost("other");
        network.Connect(one, other, new LinkOptions { Mtu = 576 });
        using var receiver = new UdpProbe(other, Port, Address.IPv6Any);
        using var sender = new UdpProbe(one, 0, Address.IPv6Any);
        var log = new PacketLog(network);

        sender.Send(Addresses.At(other, Port, v6: true), Pattern(1232));
        network.Run();

        Assert.Equal(1280, Assert.Single(log.At("link/one-other/forward")).Length);
        Assert.NotNull(receiver.TryReceive());
    }

    [Fact]
    public void A_datagram_that_may_not_be_cut_is_refused_or_answered()
    {
        using UdpProbe receiver = Receiver(v6: false), sender = Sender(v6: false);
        sender.Endpoint.DontFragment = true;
        sender.Connect(Addresses.At(_server, Port));

        Assert.Equal(SocketError.MessageSize, sender.Send(Addresses.At(_server, Port), Pattern(1473)));
        Assert.Equal(SocketError.Success, sender.Send(Addresses.At(_server, Port), Pattern(1472)));
        _network.Run();

        // The router's word is an error of the connected endpoint, and the host remembers it.
        Assert.Equal([DropReason.TooBig], _log.Drops("host/first"));
        Assert.Equal(SocketError.MessageSize, sender.Endpoint.TakeError());
        Assert.Equal(SocketError.MessageSize, sender.Send(Addresses.At(_server, Port), Pattern(1373)));
        Assert.Equal(SocketError.Success, sender.Send(Addresses.At(_server, Port), Pattern(1272)));
        _network.Run();
        Assert.NotNull(receiver.TryReceive());
    }

    [Theory]
    [InlineData(false, 65_507)]
    [InlineData(true, 65_527)]
    public void The_loopback_carries_the_largest_datagram(bool v6, int size)
    {
        using UdpProbe receiver = Receiver(v6);
        using var sender = new UdpProbe(_server, 0, v6 ? Address.IPv6Any : Address.IPv4Any);
        var self = new TransportAddress(v6 ? Address.IPv6Loopback : Address.IPv4Loopback, Port);

        Assert.Equal(SocketError.MessageSize, sender.Send(self, Pattern(size + 1)));
        Assert.Equal(SocketError.Success, sender.Send(self, Pattern(size)));
        _network.Run();

        Assert.Equal(size, receiver.TryReceive()!.Value.Payload.Length);
    }

    private static byte[] Pattern(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(i * 31))];

    private UdpProbe Receiver(bool v6) => new(_server, Port, v6 ? Address.IPv6Any : Address.IPv4Any);

    private UdpProbe Sender(bool v6) => new(_client, 0, v6 ? Address.IPv6Any : Address.IPv4Any);
}
