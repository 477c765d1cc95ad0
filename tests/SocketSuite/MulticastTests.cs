using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Groups on the loopback interface, the only one that every host has.</summary>
public sealed class MulticastTests
{
    private const SocketOptionLevel IP = SocketOptionLevel.IP;
    private const SocketOptionLevel IPv6 = SocketOptionLevel.IPv6;

    private static readonly IPAddress Group = IPAddress.Parse("239.255.1.2");
    private static readonly IPAddress OtherGroup = IPAddress.Parse("239.255.1.3");

    // Proves RFC 1112 §6.1, §7.1.
    [Fact]
    public Task Broadcasting_must_be_enabled() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Udp();

        Assert.Equal(SocketError.AccessDenied, Expect.Error(() => socket.SendTo("x"u8, new IPEndPoint(IPAddress.Broadcast, 9))));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_member_hears_what_is_sent_to_the_group() => TestBed.Run(async () =>
    {
        using Socket receiver = Member(IPAddress.Any);
        using Socket sender = Sender();
        byte[] buffer = new byte[10];

        await sender.SendToAsync(Sockets.Text("abc"), new IPEndPoint(Group, Sockets.Port(receiver)));

        Assert.Equal(3, await receiver.ReceiveAsync(buffer.AsMemory()));
        Assert.Equal("abc"u8, buffer.AsSpan(0, 3));
    });

    [Fact]
    public Task Every_member_on_the_port_hears_it() => TestBed.Run(async () =>
    {
        using Socket first = Member(IPAddress.Any, reuse: true);
        using Socket second = Member(IPAddress.Any, reuse: true, port: Sockets.Port(first));
        using Socket sender = Sender();

        await sender.SendToAsync(Sockets.Text("abc"), new IPEndPoint(Group, Sockets.Port(first)));

        Assert.Equal(3, await first.ReceiveAsync(new byte[10].AsMemory()));
        Assert.Equal(3, await second.ReceiveAsync(new byte[10].AsMemory()));
    });

    [Fact]
    public Task A_socket_bound_to_a_group_hears_that_group_alone() => TestBed.Run(async () =>
    {
        using Socket receiver = Member(Group);
        receiver.SetSocketOption(IP, SocketOptionName.AddMembership, new MulticastOption(OtherGroup, IPAddress.Loopback));
        using Socket sender = Sender();
        byte[] buffer = new byte[10];

        await sender.SendToAsync(Sockets.Text("no"), new IPEndPoint(OtherGroup, Sockets.Port(receiver)));
        await sender.SendToAsync(Sockets.Text("yes"), new IPEndPoint(Group, Sockets.Port(receiver)));

        Assert.Equal(3, await receiver.ReceiveAsync(buffer.AsMemory()));
    });

    // Proves RFC 1112 §7.1.
    [Fact]
    public Task Whoever_left_hears_nothing() => TestBed.Run(async () =>
    {
        using Socket receiver = Member(IPAddress.Any);
        using Socket sender = Sender();
        receiver.SetSocketOption(IP, SocketOptionName.DropMembership, new MulticastOption(Group, IPAddress.Loopback));

        await sender.SendToAsync(Sockets.Text("group"), new IPEndPoint(Group, Sockets.Port(receiver)));
        await sender.SendToAsync(Sockets.Text("one"), new IPEndPoint(IPAddress.Loopback, Sockets.Port(receiver)));

        Assert.Equal(3, await receiver.ReceiveAsync(new byte[10].AsMemory()));
    });

    [Fact]
    public Task The_loopback_interface_brings_back_even_what_is_not_to_loop_back() => TestBed.Run(async () =>
    {
        using Socket receiver = Member(IPAddress.Any);
        using Socket sender = Sender();
        sender.MulticastLoopback = false;

        await sender.SendToAsync(Sockets.Text("one"), new IPEndPoint(Group, Sockets.Port(receiver)));

        Assert.Equal(3, await receiver.ReceiveAsync(new byte[10].AsMemory()));
    });

    [Fact]
    public Task A_group_is_joined_and_left_once() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Udp();
        var membership = new MulticastOption(Group, IPAddress.Loopback);

        socket.SetSocketOption(IP, SocketOptionName.AddMembership, membership);
        Assert.Equal(SocketError.AddressAlreadyInUse, Change(socket, SocketOptionName.AddMembership, membership));
        Assert.Equal(SocketError.AddressAlreadyInUse, Change(socket, SocketOptionName.AddMembership, new MulticastOption(Group, 1)));
        socket.SetSocketOption(IP, SocketOptionName.DropMembership, membership);
        Assert.Equal(SocketError.AddressNotAvailable, Change(socket, SocketOptionName.DropMembership, membership));
        return Task.CompletedTask;
    });

    [Fact]
    public Task What_is_no_group_or_no_interface_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Udp();
        using var stream = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        Assert.Equal(SocketError.InvalidArgument, Change(socket, SocketOptionName.AddMembership, new MulticastOption(IPAddress.Parse("10.1.2.3"))));
        Assert.Equal(SocketError.SocketError, Change(socket, SocketOptionName.AddMembership, new MulticastOption(Group, 99)));
        Assert.Equal(SocketError.SocketError, Change(socket, SocketOptionName.AddMembership, new MulticastOption(Group, IPAddress.Parse("9.9.9.9"))));
        Assert.Equal(SocketError.SocketError, Change(stream, SocketOptionName.AddMembership, new MulticastOption(Group, IPAddress.Loopback)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(IP, SocketOptionName.AddMembership, 5)));
        Assert.Throws<ArgumentException>(() => socket.SetSocketOption(IP, SocketOptionName.AddMembership, new object()));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(64, 64)]
    [InlineData(255, 255)]
    [InlineData(-1, 1)]
    public Task The_time_to_live_of_multicasts_is_an_option(int set, int get) => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Udp();
        using var socketV6 = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
        Assert.Equal(1, socket.GetSocketOption(IP, SocketOptionName.MulticastTimeToLive));

        socket.SetSocketOption(IP, SocketOptionName.MulticastTimeToLive, set);
        socketV6.SetSocketOption(IPv6, SocketOptionName.MulticastTimeToLive, set);

        Assert.Equal(get, socket.GetSocketOption(IP, SocketOptionName.MulticastTimeToLive));
        Assert.Equal(get, socketV6.GetSocketOption(IPv6, SocketOptionName.MulticastTimeToLive));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(IP, SocketOptionName.MulticastTimeToLive, 256)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_interface_of_multicasts_is_named_by_address_or_number() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Udp();
        int loopback = BitConverter.ToInt32(IPAddress.Loopback.GetAddressBytes());

        socket.SetSocketOption(IP, SocketOptionName.MulticastInterface, loopback);
        Assert.Equal(loopback, socket.GetSocketOption(IP, SocketOptionName.MulticastInterface));
        socket.SetSocketOption(IP, SocketOptionName.MulticastInterface, IPAddress.HostToNetworkOrder(1));
        Assert.Equal(0, socket.GetSocketOption(IP, SocketOptionName.MulticastInterface));
        Assert.Equal(
            SocketError.AddressNotAvailable,
            Expect.Error(() => socket.SetSocketOption(IP, SocketOptionName.MulticastInterface, IPAddress.HostToNetworkOrder(99))));
        return Task.CompletedTask;
    });

    // Proves RFC 919 §7.
    [Fact]
    public Task A_broadcast_reaches_every_socket_on_the_port() => TestBed.Run(async () =>
    {
        using Socket first = IpFamily.IPv4.Udp();
        using Socket second = IpFamily.IPv4.Udp();
        using Socket sender = IpFamily.IPv4.Udp();
        foreach (Socket socket in (Socket[])[first, second])
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Any, socket == first ? 0 : Sockets.Port(first)));
        }

        var all = new IPEndPoint(IPAddress.Parse("127.255.255.255"), Sockets.Port(first));
        Assert.Equal(SocketError.AccessDenied, Expect.Error(() => sender.SendTo("x"u8, all)));
        Assert.Equal(SocketError.AccessDenied, Expect.Error(() => sender.Connect(all)));
        sender.EnableBroadcast = true;
        await sender.SendToAsync(Sockets.Text("abc"), all);

        Assert.Equal(3, await first.ReceiveAsync(new byte[10].AsMemory()));
        Assert.Equal(3, await second.ReceiveAsync(new byte[10].AsMemory()));
    });

    // Proves RFC 9293 MUST-46.
    [Fact]
    public Task A_stream_connects_to_no_group() => TestBed.Run(() =>
    {
        using var stream = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

        Assert.Equal(SocketError.NetworkUnreachable, Expect.Error(() => stream.Connect(Group, 9)));
        return Task.CompletedTask;
    });

    private static SocketError Change(Socket socket, SocketOptionName change, MulticastOption membership) =>
        Expect.Error(() => socket.SetSocketOption(IP, change, membership));

    private static Socket Member(IPAddress address, bool reuse = false, int port = 0)
    {
        Socket socket = IpFamily.IPv4.Udp();
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, reuse);
        socket.Bind(new IPEndPoint(address, port));
        socket.SetSocketOption(IP, SocketOptionName.AddMembership, new MulticastOption(Group, IPAddress.Loopback));
        return socket;
    }

    private static Socket Sender()
    {
        Socket socket = IpFamily.IPv4.Udp();
        socket.SetSocketOption(IP, SocketOptionName.MulticastInterface, BitConverter.ToInt32(IPAddress.Loopback.GetAddressBytes()));
        return socket;
    }
}
