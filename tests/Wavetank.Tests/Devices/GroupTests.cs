using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Stack.Interfaces;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Devices;

/// <summary>
/// Multicast and broadcast on a host with two interfaces: left - red switch - both - blue switch - right, and far behind a router on blue.
/// </summary>
public sealed class GroupTests : IDisposable
{
    private const int Port = 9000;
    private static readonly IPAddress Group = IPAddress.Parse("239.1.2.3");
    private static readonly IPAddress GroupV6 = IPAddress.Parse("ff15::123");

    private readonly Network _network = new();
    private readonly Host _left;
    private readonly Host _both;
    private readonly Host _right;
    private readonly Host _far;
    private readonly List<string> _heard = [];

    public GroupTests()
    {
        (_left, _both, _right, _far) = (_network.AddHost("left"), _network.AddHost("both"), _network.AddHost("right"), _network.AddHost("far"));
        Switch red = _network.AddSwitch("red"), blue = _network.AddSwitch("blue");
        Router router = _network.AddRouter("router");
        foreach ((Device first, Device second) in ((Device, Device)[])[(_left, red), (_both, red), (_both, blue), (_right, blue), (router, blue), (_far, router)])
        {
            _network.Connect(first, second, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
        }
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 1112 §7.1.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_group_that_is_joined_on_one_interface_is_not_heard_on_the_other(bool v6)
    {
        Listen(_both, "both", v6, member: Interface(_both, "eth1"));
        Send(_left, "from left", v6, ToGroup(v6));
        Send(_right, "from right", v6, ToGroup(v6));

        Assert.Equal(["both: from right"], Run());
    }

    // Proves RFC 1112 §6.1.
    [Theory]
    [InlineData(false, "eth0", "left")]
    [InlineData(false, "eth1", "right")]
    [InlineData(true, "eth0", "left")]
    [InlineData(true, "eth1", "right")]
    public void The_sender_chooses_the_interface_and_packets_carry_its_address(bool v6, string name, string hearer)
    {
        IPAddress? source = null;
        Listen(_left, "left", v6, member: 0, from => source = from);
        Listen(_right, "right", v6, member: 0, from => source = from);
        Send(_both, "x", v6, ToGroup(v6), socket => Choose(socket, v6, Interface(_both, name)));

        Assert.Equal([$"{hearer}: x"], Run());
        Assert.Equal(AddressOf(_both, name, v6), source);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 9)]
    [InlineData(true, 1)]
    [InlineData(true, 9)]
    public void A_multicast_passes_no_router_whatever_its_time_to_live(bool v6, int timeToLive)
    {
        Listen(_right, "right", v6, member: 0);
        Listen(_far, "far", v6, member: 0);
        Send(_both, "x", v6, ToGroup(v6), socket =>
        {
            Choose(socket, v6, Interface(_both, "eth1"));
            socket.SetSocketOption(Level(v6), SocketOptionName.MulticastTimeToLive, timeToLive);
        });

        Assert.Equal(["right: x"], Run());
    }

    // Proves RFC 1112 §6.1.
    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void The_sender_hears_itself_unless_it_says_no(bool v6, bool loopsBack)
    {
        Listen(_both, "both", v6, member: Interface(_both, "eth0"));
        Listen(_left, "left", v6, member: 0);
        Send(_both, "x", v6, ToGroup(v6), socket =>
        {
            Choose(socket, v6, Interface(_both, "eth0"));
            socket.MulticastLoopback = loopsBack;
        });

        Assert.Equal(loopsBack ? ["both: x", "left: x"] : ["left: x"], Run());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_sockets_in_a_group_both_hear_until_each_has_left(bool v6)
    {
        Listen(_right, "first", v6, member: 0);
        Listen(_right, "second", v6, member: 0, leavesAt: TimeSpan.FromSeconds(1));
        foreach (int second in (int[])[0, 2])
        {
            Send(_both, $"{second}", v6, ToGroup(v6), socket => Choose(socket, v6, Interface(_both, "eth1")), second);
        }

        // As on Linux (IP_MULTICAST_ALL, IPV6_MULTICAST_ALL), who has left still hears what its host gets for another.
        Assert.Equal(["first: 0", "first: 2", "second: 0", "second: 2"], Run());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void When_the_last_member_has_left_the_host_hears_no_more(bool v6)
    {
        Listen(_right, "right", v6, member: 0, leavesAt: TimeSpan.FromSeconds(1));
        foreach (int second in (int[])[0, 2])
        {
            Send(_both, $"{second}", v6, ToGroup(v6), socket => Choose(socket, v6, Interface(_both, "eth1")), second);
        }

        Assert.Equal(["right: 0"], Run());
    }

    // Proves RFC 919 §7; RFC 2644 §2.
    [Theory]
    [InlineData("eth0", "left")]
    [InlineData("eth1", "right")]
    public void A_broadcast_to_a_block_goes_out_of_its_interface_and_no_further(string name, string hearer)
    {
        IPAddress? source = null;
        foreach (Host host in (Host[])[_left, _right, _far])
        {
            Listen(host, host.Name, v6: false, member: -1, from => source = from);
        }

        InterfaceAddress address = _both.Stack.Interfaces[Interface(_both, name) - 1].Addresses[0];
        uint bits = address.Address.IPv4Bits | (uint)(0xFFFF_FFFFUL >> address.PrefixLength);
        var all = new IPEndPoint(Wavetank.Packets.Address.FromIPv4(bits).ToIPAddress(), Port);
        SocketError withoutLeave = SocketError.Success;
        Send(_both, "x", v6: false, all, socket =>
        {
            withoutLeave = ErrorOf(() => socket.SendTo("no"u8, all));
            socket.EnableBroadcast = true;
        });

        Assert.Equal([$"{hearer}: x"], Run());
        Assert.Equal(SocketError.AccessDenied, withoutLeave);
        Assert.Equal(AddressOf(_both, name, v6: false), source);
    }

    private static SocketError ErrorOf(Action call)
    {
        try
        {
            call();
            return SocketError.Success;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }

    private static SocketOptionLevel Level(bool v6) => v6 ? SocketOptionLevel.IPv6 : SocketOptionLevel.IP;

    private static IPEndPoint ToGroup(bool v6) => new(v6 ? GroupV6 : Group, Port);

    private static int Interface(Host host, string name) => host.Stack.Interfaces.Single(item => item.Name == name).Index;

    private static IPAddress AddressOf(Host host, string name, bool v6) =>
        host.Stack.Interfaces.Single(item => item.Name == name).Addresses.Single(own => own.Address.IsIPv4 != v6).Address.ToIPAddress();

    private static void Choose(Socket socket, bool v6, int index) =>
        socket.SetSocketOption(Level(v6), SocketOptionName.MulticastInterface, v6 ? index : IPAddress.HostToNetworkOrder(index));

    private static Socket Udp(bool v6) => new(v6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    private static object Membership(bool v6, int index) => v6 ? new IPv6MulticastOption(GroupV6, index) : new MulticastOption(Group, index);

    private string[] Run()
    {
        _network.Run(TimeSpan.FromSeconds(5));
        return [.. _heard.Order(StringComparer.Ordinal)];
    }

    /// <summary>Notes all that a socket hears. The interface of its membership is a number, 0 for the host's choice, -1 for no membership.</summary>
    private void Listen(Host host, string name, bool v6, int member, Action<IPAddress>? from = null, TimeSpan? leavesAt = null) => host.Run(async () =>
    {
        using Socket socket = Udp(v6);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(v6 ? IPAddress.IPv6Any : IPAddress.Any, Port));
        if (member >= 0)
        {
            socket.SetSocketOption(Level(v6), SocketOptionName.AddMembership, Membership(v6, member));
        }

        if (leavesAt is { } time)
        {
            _network.At(time, () => socket.SetSocketOption(Level(v6), SocketOptionName.DropMembership, Membership(v6, member)));
        }

        byte[] buffer = new byte[100];
        while (true)
        {
            SocketReceiveFromResult result = await socket.ReceiveFromAsync(buffer.AsMemory(), new IPEndPoint(v6 ? IPAddress.IPv6Any : IPAddress.Any, 0));
            from?.Invoke(((IPEndPoint)result.RemoteEndPoint).Address);
            _heard.Add($"{name}: {System.Text.Encoding.ASCII.GetString(buffer, 0, result.ReceivedBytes)}");
        }
    });

    private void Send(Host host, string text, bool v6, IPEndPoint to, Action<Socket>? prepare = null, int second = 0) => host.Run(
        async () =>
        {
            using Socket socket = Udp(v6);
            prepare?.Invoke(socket);
            await socket.SendToAsync(System.Text.Encoding.ASCII.GetBytes(text), to);
        },
        delay: TimeSpan.FromSeconds(second + 0.1));
}
