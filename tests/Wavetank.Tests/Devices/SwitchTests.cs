using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Tests.Devices.Support;
using Ping = Wavetank.Sockets.Ping;
using Socket = Wavetank.Sockets.Socket;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices;

/// <summary>Hosts on one shared segment: three behind a switch, a fourth behind another that is joined to it.</summary>
public sealed class SwitchTests : IDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(1);

    private readonly Network _network = new();
    private readonly Host _a;
    private readonly Host _b;
    private readonly Host _c;
    private readonly Host _far;
    private readonly Switch _switch;
    private readonly PacketCount _count;

    public SwitchTests()
    {
        (_a, _b, _c, _far) = (_network.AddHost("a"), _network.AddHost("b"), _network.AddHost("c"), _network.AddHost("far"));
        _switch = _network.AddSwitch("switch");
        Switch second = _network.AddSwitch("second");
        foreach (Host host in (Host[])[_a, _b, _c])
        {
            _network.Connect(host, _switch, new LinkOptions { Delay = Delay });
        }

        _network.Connect(_switch, second, new LinkOptions { Delay = Delay });
        _network.Connect(_far, second, new LinkOptions { Delay = Delay });
        _count = new PacketCount(_network);
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_first_packet_waits_for_one_exchange_of_ARP_and_a_second_does_not()
    {
        List<long> times = [];
        _a.Run(async () =>
        {
            using var ping = new Ping();
            for (int i = 0; i < 2; i++)
            {
                SimulationTime start = _network.Now;
                Assert.Equal(IPStatus.Success, (await ping.SendPingAsync(_b.Address)).Status);
                times.Add((_network.Now - start).Ticks);
            }
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);

        // The request and its answer cross two links each. The echo's answer needs none: RFC 826 has the asked one learn from the question.
        Assert.Equal([8 * Delay.Ticks, 4 * Delay.Ticks], times);
        Assert.Equal(1, _count.ArpOn("a-switch/forward"));
        Assert.Equal(1, _count.ArpOn("b-switch/forward"));
    }

    [Fact]
    public void A_question_goes_to_all_and_what_follows_only_where_it_belongs()
    {
        Ping(_a, _b.Address, times: 5);

        // The ARP request was flooded; the five echoes were not.
        Assert.Equal(1, _count.On("c-switch/backward"));
        Assert.Equal(1, _count.On("far-second/backward"));
        Assert.Equal(1 + 1 + 5, _count.On("b-switch/backward") + _count.ArpOn("b-switch/forward"));
        Assert.Equal(2, _switch.KnownStations);
    }

    [Fact]
    public void Neighbour_discovery_finds_hosts_over_IPv6()
    {
        IPAddress address = _far.Addresses.First(own => own.AddressFamily == AddressFamily.InterNetworkV6);

        Ping(_a, address, times: 3);

        Assert.Equal(0, _count.ArpOn("switch"));
        // The solicitation goes to the solicited-node group, which the switch floods.
        Assert.Equal(1, _count.On("c-switch/backward"));
    }

    [Fact]
    public void A_host_that_is_not_there_is_unreachable_after_three_questions()
    {
        byte[] absent = _a.Address.GetAddressBytes();
        absent[^1] = 200;
        IPStatus status = IPStatus.Unknown;
        _a.Run(async () =>
        {
            using var ping = new Ping();
            status = (await ping.SendPingAsync(new IPAddress(absent), TimeSpan.FromSeconds(10))).Status;
        });

        _network.Run();

        // RFC 4861 §10, MAX_MULTICAST_SOLICIT, which Linux takes for ARP too.
        Assert.Equal(3, _count.ArpOn("a-switch/forward"));
        Assert.Equal(IPStatus.DestinationHostUnreachable, status);
    }

    [Fact]
    public void A_broadcast_reaches_every_host_on_the_segment()
    {
        List<string> heard = [];
        foreach (Host host in (Host[])[_b, _c, _far])
        {
            host.Run(async () =>
            {
                using var receiver = new UdpClient(9000);
                await receiver.ReceiveAsync();
                heard.Add(host.Name);
            });
        }

        _a.Run(async () =>
        {
            using var sender = new UdpClient { EnableBroadcast = true };
            await sender.SendAsync(new byte[1], new IPEndPoint(IPAddress.Broadcast, 9000));
        });

        Assert.Equal(RunEnd.Completed, _network.Run().End);
        Assert.Equal(["b", "c", "far"], heard);
    }

    [Fact]
    public void A_multicast_reaches_the_members_of_its_group_alone()
    {
        var group = IPAddress.Parse("239.1.2.3");
        List<string> heard = [];
        Listen(_b, joins: true);
        Listen(_c, joins: false);
        Listen(_far, joins: true);
        _a.Run(async () =>
        {
            using var sender = new UdpClient();
            await sender.SendAsync(new byte[1], new IPEndPoint(group, 9000));
        });

        _network.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["b", "far"], heard);

        void Listen(Host host, bool joins) => host.Run(async () =>
        {
            using var receiver = new UdpClient(9000);
            if (joins)
            {
                receiver.JoinMulticastGroup(group);
            }

            await receiver.ReceiveAsync();
            heard.Add(host.Name);
        });
    }

    [Fact]
    public void Who_has_left_a_group_hears_no_more()
    {
        var group = IPAddress.Parse("239.1.2.3");
        int heard = 0;
        _b.Run(async () =>
        {
            using var receiver = new UdpClient(9000);
            receiver.JoinMulticastGroup(group);
            await receiver.ReceiveAsync();
            heard++;
            receiver.DropMulticastGroup(group);
            await receiver.ReceiveAsync();
            heard++;
        });
        _a.Run(async () =>
        {
            using var sender = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            for (int i = 0; i < 2; i++)
            {
                await sender.SendToAsync(new byte[1], new IPEndPoint(group, 9000));
                await Task.Delay(TimeSpan.FromSeconds(1), _network.TimeProvider);
            }
        });

        _network.Run(TimeSpan.FromSeconds(5));

        Assert.Equal(1, heard);
    }

    [Fact]
    public void Switches_are_not_joined_in_a_ring()
    {
        Switch second = (Switch)_network.FindDevice("second");

        var exception = Assert.Throws<ArgumentException>(() => _network.Connect(_switch, second));

        Assert.Contains("no spanning tree", exception.Message, StringComparison.Ordinal);
    }

    private void Ping(Host from, IPAddress to, int times)
    {
        from.Run(async () =>
        {
            using var ping = new Ping();
            for (int i = 0; i < times; i++)
            {
                Assert.Equal(IPStatus.Success, (await ping.SendPingAsync(to)).Status);
            }
        });
        Assert.Equal(RunEnd.Completed, _network.Run().End);
    }
}
