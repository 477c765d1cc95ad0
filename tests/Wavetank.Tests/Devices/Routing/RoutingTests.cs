using System.Net;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Devices.Support;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices.Routing;

/// <summary>Which way packets take: client - west - (north | south) - east - server.</summary>
public sealed class RoutingTests : IDisposable
{
    private const ushort Port = 9;

    private readonly Network _network = new();
    private readonly Host _client;
    private readonly Host _server;
    private readonly Router _west;
    private readonly Router _north;
    private readonly Router _south;
    private readonly Router _east;
    private readonly Link _viaNorth;
    private readonly Link _viaSouth;
    private readonly PacketCount _count;
    private readonly PacketLog _log;

    public RoutingTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _west = _network.AddRouter("west");
        _north = _network.AddRouter("north");
        _south = _network.AddRouter("south");
        _east = _network.AddRouter("east");
        _network.Connect(_client, _west);
        _viaNorth = _network.Connect(_west, _north, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
        _viaSouth = _network.Connect(_west, _south, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
        _network.Connect(_north, _east);
        _network.Connect(_south, _east);
        _network.Connect(_east, _server);
        _count = new PacketCount(_network);
        _log = new PacketLog(_network);
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(1, 2, "west-north")]
    [InlineData(2, 1, "west-south")]
    public void Packets_take_the_cheapest_path(int north, int south, string taken)
    {
        _network.SetCost(_viaNorth, north);
        _network.SetCost(_viaSouth, south);
        SendFlows(20);

        Assert.Equal(20, _count.On($"link/{taken}/forward"));
        Assert.Equal(20, _count.On("link/west-north/forward") + _count.On("link/west-south/forward"));
    }

    [Fact]
    public void Each_direction_has_a_cost_of_its_own()
    {
        _network.SetCost(_viaNorth, 1, 5);
        _network.SetCost(_viaSouth, 5, 1);
        using UdpProbe probe = new(_client), echo = new(_server, Port);
        for (byte i = 0; i < 5; i++)
        {
            Run(0);
            probe.Send(Addresses.At(_server, Port), i);
            _network.Run();
            echo.Send(new TransportAddress(Addresses.Of(_client), probe.Port), i);
        }

        _network.Run();
        Assert.Equal((5, 0), (_count.On("link/west-north/forward"), _count.On("link/west-north/backward")));
        Assert.Equal((0, 5), (_count.On("link/west-south/forward"), _count.On("link/west-south/backward")));
    }

    [Fact]
    public void Flows_are_spread_over_equal_paths_and_none_is_split()
    {
        SendFlows(200, packetsOfEach: 3);

        int north = _count.On("link/west-north/forward"), south = _count.On("link/west-south/forward");
        Assert.Equal(600, north + south);
        Assert.InRange(north, 200, 400);
        Assert.Equal((0, 0), (north % 3, south % 3));
    }

    [Fact]
    public void A_router_told_so_takes_the_path_over_the_link_that_was_made_first()
    {
        _west.UsesEqualCostPaths = false;
        SendFlows(20);

        Assert.Equal(20, _count.On("link/west-north/forward"));
    }

    [Fact]
    public void Fragments_of_a_datagram_stay_together()
    {
        _network.Run();
        using UdpProbe probe = new(_client);
        probe.Send(Addresses.At(_server, Port), new byte[4000]);
        _network.Run();

        int north = _count.On("link/west-north/forward"), south = _count.On("link/west-south/forward");
        Assert.Equal((3, 0), (Math.Max(north, south), Math.Min(north, south)));
    }

    [Fact]
    public void Another_way_is_taken_once_the_failure_is_known()
    {
        _network.SetCost(_viaNorth, 1);
        _network.SetCost(_viaSouth, 2);
        _network.ConvergenceDelay = TimeSpan.FromMilliseconds(500);
        Run(0);
        _viaNorth.Cut();
        SendAt(499);
        SendAt(501);

        Assert.Equal([DropReason.LinkDown], _log.Drops("link/west-north/forward"));
        Assert.Equal(1, _count.On("link/west-south/forward"));

        _viaNorth.Restore();
        SendAt(1000);
        SendAt(1002);
        Assert.Equal(2, _count.On("link/west-south/forward"));
        Assert.Equal(1, _count.On("link/west-north/forward"));
    }

    [Fact]
    public void Without_a_convergence_delay_nothing_is_lost()
    {
        _network.ConvergenceDelay = TimeSpan.Zero;
        Run(0);
        _viaNorth.Cut();
        SendFlows(20);

        Assert.Equal(20, _count.On("link/west-south/forward"));
        Assert.Equal(20, _count.On("link/east-server/forward"));
    }

    [Fact]
    public void A_router_that_knows_no_way_any_more_says_so()
    {
        Run(0);
        _viaNorth.Cut();
        _viaSouth.Cut();
        SendAt(300);

        Assert.Equal([DropReason.NoRoute], _log.Drops("host/west"));
        PacketLog.Line error = Assert.Single(_log.At("link/client-west/backward"));
        Assert.Equal((3, 0, Addresses.Of(_west)), ((int)error.IcmpType, (int)error.IcmpCode, error.Source));
    }

    [Fact]
    public void A_transient_loop_ends_by_the_time_to_live()
    {
        // West hears of the failure late: north sends what is for the server back to west, and west sends it to north again.
        Link broken = _network.Links[3];
        _network.SetCost(_viaSouth, 10);
        _network.ConvergenceDelay = TimeSpan.Zero;
        _west.ConvergenceDelay = TimeSpan.FromSeconds(2);
        Run(0);
        broken.Cut();
        SendAt(1000);
        Run(200);

        Assert.Single(_log.Lines, line => line.Reason == DropReason.TimeToLiveExceeded);
        Assert.Equal(0, _count.On("link/east-server/forward"));

        // It comes to west with 64, and each router takes one off.
        Assert.Equal(63, _count.On("link/west-north") - Icmp());

        SendAt(2500);
        Assert.Equal(1, _count.On("link/east-server/forward"));

        int Icmp() => _log.At("link/west-north/forward").Concat(_log.At("link/west-north/backward")).Count(line => line.IsIcmp);
    }

    [Fact]
    public void A_static_route_goes_before_a_computed_one_of_the_same_length_or_shorter()
    {
        _network.SetCost(_viaSouth, 10);
        Address server = Addresses.Of(_server);
        _west.AddRoute(new IPNetwork(new Prefix(server, 30).Address.ToIPAddress(), 30), _south);
        SendFlows(5);
        Assert.Equal(5, _count.On("link/west-south/forward"));
    }

    [Fact]
    public void A_longer_computed_route_goes_before_a_static_one()
    {
        _network.SetCost(_viaSouth, 10);
        _west.AddRoute(IPNetwork.Parse("0.0.0.0/0"), _south);
        SendFlows(5);
        Assert.Equal(5, _count.On("link/west-north/forward"));

        using UdpProbe probe = new(_client);
        probe.Send(new TransportAddress(Address.Parse("198.51.100.1"), Port), 1);
        _network.Run();
        Assert.Equal(1, _count.On("link/west-south/forward"));
    }

    [Fact]
    public void Static_routes_in_a_circle_end_by_the_time_to_live()
    {
        IPNetwork elsewhere = IPNetwork.Parse("198.51.100.0/24");
        _west.AddRoute(elsewhere, _north);
        _north.AddRoute(elsewhere, _west);
        Run(0);
        using UdpProbe probe = new(_client);
        probe.Send(new TransportAddress(Address.Parse("198.51.100.1"), Port), 1);
        _network.Run();

        Assert.Single(_log.Lines, line => line.Reason == DropReason.TimeToLiveExceeded);
    }

    [Fact]
    public void A_static_route_leads_to_a_neighbour_only()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => _west.AddRoute(IPNetwork.Parse("0.0.0.0/0"), _east));
        Assert.Contains("'east' is no neighbour of 'west'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_536)]
    public void A_cost_out_of_its_range_is_refused(int cost) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _network.SetCost(_viaNorth, cost));

    [Fact]
    public void The_choice_follows_from_the_seed()
    {
        Assert.Equal(DigestOf(7), DigestOf(7));
        Assert.NotEqual(DigestOf(7), DigestOf(8));
    }

    private static string DigestOf(ulong seed)
    {
        using var network = new Network(seed);
        Host left = network.AddHost("left"), right = network.AddHost("right");
        Router one = network.AddRouter("one"), other = network.AddRouter("other");
        network.Connect(left, one);
        for (int i = 0; i < 8; i++)
        {
            network.Connect(one, other);
        }

        network.Connect(other, right);
        network.Run();
        for (ushort port = 1; port <= 50; port++)
        {
            using UdpProbe probe = new(left, (ushort)(2000 + port));
            probe.Send(Addresses.At(right, port), 1);
        }

        network.Run();
        return string.Join(' ', network.Links.Select(link => link.ForwardStatistics.SentPackets));
    }

    private void SendFlows(int count, int packetsOfEach = 1)
    {
        _network.Run();
        for (int i = 0; i < count; i++)
        {
            using UdpProbe probe = new(_client, (ushort)(3000 + i));
            for (int n = 0; n < packetsOfEach; n++)
            {
                probe.Send(Addresses.At(_server, Port), 1);
            }
        }

        Run(50);
    }

    private void SendAt(int milliseconds)
    {
        _network.Run(TimeSpan.FromMilliseconds(milliseconds) - (_network.Now - SimulationTime.Zero));
        using UdpProbe probe = new(_client, 4000);
        probe.Send(Addresses.At(_server, Port), 1);
        Run(1);
    }

    private void Run(int milliseconds) => _network.Run(TimeSpan.FromMilliseconds(milliseconds));
}
