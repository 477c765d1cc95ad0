using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;

namespace Wavetank.Tests.Stack.Ip;

/// <summary>Packets that should not arrive, given to a host by hand: host - peer.</summary>
public sealed class ArrivalTests : IDisposable
{
    private readonly Network _network = new();
    private readonly Host _host;
    private readonly Host _peer;
    private readonly PacketLog _log;

    public ArrivalTests()
    {
        _host = _network.AddHost("host");
        _peer = _network.AddHost("peer");
        _network.Connect(_host, _peer);
        _log = new PacketLog(_network);
        _network.Run();
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 9293 MUST-63; RFC 1122 §3.2.1.3; RFC 1812 §5.3.7.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    public void A_syn_from_nobody_is_silently_dropped(string source)
    {
        ArriveSyn(Address.Parse(source), Addresses.Of(_host));

        AssertDropped(DropReason.BadSourceAddress);
    }

    // Proves RFC 1122 §3.2.1.3 (g).
    [Fact]
    public void A_loopback_address_is_not_reached_from_outside()
    {
        ArriveSyn(Addresses.Of(_peer), Address.IPv4Loopback);

        AssertDropped(DropReason.NotForUs);
    }

    // Proves RFC 9293 MUST-57.
    [Theory]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void A_syn_to_all_is_silently_dropped(string destination)
    {
        ArriveSyn(Addresses.Of(_peer), Address.Parse(destination));

        AssertDropped(DropReason.NotForUs);
    }

    private void AssertDropped(DropReason reason)
    {
        Assert.Equal([reason], _log.Drops("host/host"));
        Assert.Empty(_log.At("link/host-peer/forward"));
    }

    private void ArriveSyn(Address source, Address destination)
    {
        Packet packet = _network.Pool.Rent();
        packet.Source = source;
        packet.Destination = destination;
        packet.Protocol = IpProtocol.Tcp;
        packet.TimeToLive = 64;
        packet.Tcp.SourcePort = 4000;
        packet.Tcp.DestinationPort = 80;
        packet.Tcp.Flags = TcpFlags.Syn;
        packet.Seal();
        _host.Stack.Ip.Receive(packet, _host.Interfaces[0].Interface);
        _network.Run();
    }
}
