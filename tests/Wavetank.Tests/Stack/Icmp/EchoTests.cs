using System.Net.NetworkInformation;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;
using Ping = Wavetank.Sockets.Ping;
using PingReply = Wavetank.Sockets.PingReply;

namespace Wavetank.Tests.Stack.Icmp;

/// <summary>Echoes in both families, and the errors that they meet.</summary>
public sealed class EchoTests : IDisposable
{
    private readonly Network _network = new();
    private readonly Host _client;
    private readonly Host _server;

    public EchoTests()
    {
        _client = _network.AddHost("client");
        Router router = _network.AddRouter("router");
        _server = _network.AddHost("server");
        _network.Connect(_client, router, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        _network.Connect(router, _server, new LinkOptions { Mtu = 1300 });
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 792, "Echo or Echo Reply Message"; RFC 1122 §3.2.2.6; RFC 4443 §4.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_reply_brings_back_the_payload_and_the_round_trip_time(bool v6)
    {
        PingReply reply = Send(Addresses.Of(_server, v6), new byte[100]);

        Assert.Equal(IPStatus.Success, reply.Status);
        Assert.Equal(20, reply.RoundtripTime);
        Assert.Equal(100, reply.Buffer.Length);
        Assert.Equal(63, reply.Options!.Ttl);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_host_answers_itself(bool v6) =>
        Assert.Equal(IPStatus.Success, Send(v6 ? Address.IPv6Loopback : Address.IPv4Loopback, new byte[10]).Status);

    // Proves RFC 1812 §5.3.1; RFC 1122 §3.2.2.4.
    [Theory]
    [InlineData(false, IPStatus.TtlExpired)]
    [InlineData(true, IPStatus.TimeExceeded)]
    public void A_time_to_live_of_one_ends_at_the_router(bool v6, IPStatus status)
    {
        PingReply reply = Send(Addresses.Of(_server, v6), new byte[10], new PingOptions(1, false));

        Assert.Equal(status, reply.Status);
        Assert.Equal(Addresses.Of((Router)_network.FindDevice("router"), v6).ToIPAddress(), reply.Address);
    }

    // Proves RFC 1812 §5.2.1, §5.2.7.
    [Theory]
    [InlineData("10.200.0.1", IPStatus.DestinationNetworkUnreachable)]
    [InlineData("fd00::200:1", IPStatus.BadRoute)]
    public void Without_a_way_the_router_says_so(string nowhere, IPStatus status) =>
        Assert.Equal(status, Send(Address.Parse(nowhere), new byte[10]).Status);

    [Fact]
    public void An_echo_that_may_not_be_cut_is_too_big_for_the_narrow_link() =>
        Assert.Equal(IPStatus.PacketTooBig, Send(Addresses.Of(_server), new byte[1400], new PingOptions(64, true)).Status);

    [Fact]
    public void One_that_may_be_cut_comes_back() =>
        Assert.Equal(IPStatus.Success, Send(Addresses.Of(_server), new byte[1400]).Status);

    [Fact]
    public void Nobody_there_is_a_timeout()
    {
        // As long as the router does not know.
        _network.ConvergenceDelay = TimeSpan.FromSeconds(10);
        _network.Run();
        _network.Links[1].Cut();

        Assert.Equal(IPStatus.TimedOut, Send(Addresses.Of(_server), new byte[10]).Status);
    }

    private PingReply Send(Address to, byte[] payload, PingOptions? options = null)
    {
        PingReply? reply = null;
        _client.Run(async () => reply = await new Ping().SendPingAsync(to.ToIPAddress(), TimeSpan.FromSeconds(2), payload, options));
        _network.Run();
        Assert.Equal(0, _network.Pool.Rented);
        return reply!;
    }
}
