using System.Net;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Tests.Stack.Ip.Support;

namespace Wavetank.Tests.Stack.Icmp;

/// <summary>How many errors a host sends in all: datagrams for a closed port come from ever other senders.</summary>
public sealed class IcmpLimitTests : IDisposable
{
    private readonly Network _network = new();
    private readonly Host _host;
    private readonly PacketLog _log;
    private uint _senders;

    public IcmpLimitTests()
    {
        _host = _network.AddHost("host");
        _network.Connect(_host, _network.AddHost("peer"));
        _host.AddAddress(IPAddress.Parse("172.16.0.1"), 12);
        _host.AddAddress(IPAddress.Parse("fd77::1"), 64);
        _log = new PacketLog(_network);
        _network.Run();
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 1812 §4.3.2.8; RFC 4443 §2.4 (f).
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Errors_of_a_host_are_fifty_at_once_and_a_thousand_a_second(bool v6)
    {
        // Ten a millisecond: 50 are gone after five of them, and each 20 ms after the last filling earn 20.
        Ask(v6, count: 10_000, every: 100_000);

        Assert.Equal(50 + (49 * 20), Sent);
    }

    [Fact]
    public void What_the_receivers_own_limit_holds_back_counts_for_nothing()
    {
        for (int i = 0; i < 1000; i++)
        {
            Arrive(sender: 7, v6: false);
        }

        Ask(v6: false, count: 100, every: 0);
        Assert.Equal(6 + 44, Sent);
    }

    [Fact]
    public void Both_families_share_it()
    {
        Ask(v6: false, count: 30, every: 0);
        Ask(v6: true, count: 30, every: 0);

        Assert.Equal(50, Sent);
    }

    [Theory]
    [InlineData(100, 1, 50)] // one each 20 ms
    [InlineData(10, 5, 5 + 9)] // five at first, and one each 100 ms
    [InlineData(100_000, 1000, 10_000)] // never empty for 20 ms at ten a millisecond
    [InlineData(0, 50, 0)]
    public void A_device_may_send_more_or_fewer(int perSecond, int burst, int expected)
    {
        (_host.IcmpErrorsPerSecond, _host.IcmpErrorBurst) = (perSecond, burst);
        Ask(v6: false, count: 10_000, every: 100_000);

        Assert.Equal(expected, Sent);
    }

    [Fact]
    public void Limits_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _host.IcmpErrorsPerSecond = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => _host.IcmpErrorBurst = 0);
        Assert.Equal((1000, 50), (_host.IcmpErrorsPerSecond, _host.IcmpErrorBurst));
    }

    [Fact]
    public void Path_MTU_discovery_takes_nothing_of_it()
    {
        _host.IcmpErrorBurst = 1;
        for (uint i = 0; i < 20; i++)
        {
            Packet packet = Datagram(i, v6: false);
            _host.Stack.Icmp.SendError(packet, IcmpErrors.FragmentationNeeded, 1280);
            packet.Release();
        }

        _network.Run();
        Assert.Equal(20, Sent);
    }

    private int Sent => _log.At("link/host-peer/forward").Count(line => line.IsIcmp);

    /// <summary>Lets datagrams come, each from another sender, so many nanoseconds apart.</summary>
    private void Ask(bool v6, int count, long every)
    {
        for (int i = 0; i < count; i++)
        {
            uint sender = ++_senders;
            _network.At(_network.Now.ToTimeSpan() + TimeSpan.FromTicks(i * every / 100), () => Arrive(sender, v6));
        }

        _network.Run();
    }

    private void Arrive(uint sender, bool v6) => _host.Stack.Ip.Receive(Datagram(sender, v6), _host.Interfaces[0].Interface);

    private Packet Datagram(uint sender, bool v6)
    {
        Address own = Address.Parse(v6 ? "fd77::1" : "172.16.0.1");
        Packet packet = _network.Pool.Rent();
        packet.Source = v6 ? new Address(own.High, own.Low + 1 + sender) : Address.FromIPv4(own.IPv4Bits + 1 + sender);
        packet.Destination = own;
        packet.Protocol = IpProtocol.Udp;
        packet.TimeToLive = 64;
        packet.Udp.DestinationPort = 9;
        packet.Seal();
        return packet;
    }
}
