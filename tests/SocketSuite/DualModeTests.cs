using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Sockets of IPv6 that speak IPv4 too, and those that do not.</summary>
public sealed class DualModeTests
{
    [Fact]
    public Task A_dual_mode_socket_connects_to_an_IPv4_address() => TestBed.Run(async () =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);

        await client.ConnectAsync(listener.LocalEndPoint!);
        using Socket server = await listener.AcceptAsync();

        Assert.Equal(AddressFamily.InterNetworkV6, client.AddressFamily);
        Assert.Equal(IPAddress.Loopback.MapToIPv6(), ((IPEndPoint)client.RemoteEndPoint!).Address);
        Assert.Equal(IPAddress.Loopback.MapToIPv6(), ((IPEndPoint)client.LocalEndPoint!).Address);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, Sockets.Port(client)), server.RemoteEndPoint);
    });

    [Fact]
    public Task A_dual_mode_listener_takes_IPv4_connections() => TestBed.Run(async () =>
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        listener.Listen();
        using Socket client = IpFamily.IPv4.Tcp();

        await client.ConnectAsync(IPAddress.Loopback, Sockets.Port(listener));
        using Socket server = await listener.AcceptAsync();

        Assert.Equal(new IPEndPoint(IPAddress.Loopback.MapToIPv6(), Sockets.Port(listener)), server.LocalEndPoint);
        Assert.Equal(AddressFamily.InterNetworkV6, server.AddressFamily);
        Assert.True(server.DualMode);
    });

    [Fact]
    public Task Dual_mode_is_an_option_of_IPv6_sockets() => TestBed.Run(() =>
    {
        using Socket old = IpFamily.IPv4.Tcp();
        using var both = new Socket(SocketType.Stream, ProtocolType.Tcp);

        Assert.True(both.DualMode);
        both.DualMode = false;
        Assert.False(both.DualMode);
        Assert.Throws<NotSupportedException>(() => old.DualMode = true);
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_IPv6_address_cannot_be_bound_by_an_IPv4_socket() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Tcp();

        Assert.Equal(SocketError.AddressFamilyNotSupported, Expect.Error(() => socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0))));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_dual_mode_datagram_socket_hears_both_families() => TestBed.Run(async () =>
    {
        using var receiver = new Socket(SocketType.Dgram, ProtocolType.Udp);
        receiver.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        using Socket old = IpFamily.IPv4.BoundUdp();
        using var current = new UdpClient(IpFamily.IPv6.AnyLoopbackPort);

        await old.SendToAsync(Sockets.Text("a"), new IPEndPoint(IPAddress.Loopback, Sockets.Port(receiver)));
        SocketReceiveFromResult first = await receiver.ReceiveFromAsync(new byte[10].AsMemory(), new IPEndPoint(IPAddress.IPv6Any, 0));
        await current.SendAsync(Sockets.Text("b"), new IPEndPoint(IPAddress.IPv6Loopback, Sockets.Port(receiver)));
        SocketReceiveFromResult second = await receiver.ReceiveFromAsync(new byte[10].AsMemory(), new IPEndPoint(IPAddress.IPv6Any, 0));

        Assert.Equal(new IPEndPoint(IPAddress.Loopback.MapToIPv6(), Sockets.Port(old)), first.RemoteEndPoint);
        Assert.Equal(current.Client.LocalEndPoint, second.RemoteEndPoint);
    });

    [Fact]
    public Task A_socket_of_IPv6_alone_takes_no_IPv4_connection() => TestBed.Run(async () =>
    {
        using var listener = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = false };
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        listener.Listen();
        using Socket client = IpFamily.IPv4.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync(IPAddress.Loopback, Sockets.Port(listener))));
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_listener_of_IPv6_alone_stands_beside_one_of_IPv4_on_the_same_port(bool firstIsIPv6) => TestBed.Run(async () =>
    {
        using Socket first = Any(SocketType.Stream, isIPv6: firstIsIPv6);
        first.Listen();
        using Socket second = Any(SocketType.Stream, isIPv6: !firstIsIPv6, port: Sockets.Port(first));
        second.Listen();
        using Socket old = IpFamily.IPv4.Tcp(), current = IpFamily.IPv6.Tcp();

        await current.ConnectAsync(IPAddress.IPv6Loopback, Sockets.Port(first));
        await old.ConnectAsync(IPAddress.Loopback, Sockets.Port(first));
        using Socket atFirst = await first.AcceptAsync();
        using Socket atSecond = await second.AcceptAsync();

        Assert.Equal((firstIsIPv6 ? current : old).LocalEndPoint, atFirst.RemoteEndPoint);
        Assert.Equal((firstIsIPv6 ? old : current).LocalEndPoint, atSecond.RemoteEndPoint);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Listeners_bound_before_either_listens_are_told_apart_by_family_too(bool isDual) => TestBed.Run(() =>
    {
        using Socket old = Any(SocketType.Stream, isIPv6: false);
        using Socket current = Any(SocketType.Stream, isIPv6: true, isDual, Sockets.Port(old));
        old.Listen();

        Assert.Equal(isDual ? SocketError.AddressAlreadyInUse : SocketError.Success, Expect.Error(current.Listen));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketType.Stream, true)]
    [InlineData(SocketType.Stream, false)]
    [InlineData(SocketType.Dgram, true)]
    [InlineData(SocketType.Dgram, false)]
    public Task A_dual_mode_socket_and_one_of_IPv4_do_not_share_a_port(SocketType type, bool firstIsIPv6) => TestBed.Run(() =>
    {
        using Socket first = Any(type, firstIsIPv6, isDual: firstIsIPv6);
        int port = Sockets.Port(first);
        if (type == SocketType.Stream)
        {
            first.Listen();
        }

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => Any(type, !firstIsIPv6, isDual: !firstIsIPv6, port).Dispose()));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_dual_mode_socket_does_not_share_a_port_with_an_IPv4_address() => TestBed.Run(() =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using Socket datagrams = IpFamily.IPv4.BoundUdp();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => Any(SocketType.Stream, true, isDual: true, Sockets.Port(listener)).Dispose()));
        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => Any(SocketType.Dgram, true, isDual: true, Sockets.Port(datagrams)).Dispose()));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Datagram_sockets_of_both_families_share_a_port_and_hear_their_own() => TestBed.Run(async () =>
    {
        using Socket old = Any(SocketType.Dgram, isIPv6: false);
        using Socket current = Any(SocketType.Dgram, isIPv6: true, port: Sockets.Port(old));
        using Socket oldSender = IpFamily.IPv4.Udp(), sender = IpFamily.IPv6.Udp();

        await oldSender.SendToAsync(Sockets.Text("four"), new IPEndPoint(IPAddress.Loopback, Sockets.Port(old)));
        await sender.SendToAsync(Sockets.Text("sixth"), new IPEndPoint(IPAddress.IPv6Loopback, Sockets.Port(old)));

        Assert.Equal(4, await old.ReceiveAsync(new byte[10].AsMemory()));
        Assert.Equal(5, await current.ReceiveAsync(new byte[10].AsMemory()));
    });

    private static Socket Any(SocketType type, bool isIPv6, bool isDual = false, int port = 0)
    {
        IpFamily ip = isIPv6 ? IpFamily.IPv6 : IpFamily.IPv4;
        Socket socket = type == SocketType.Stream ? ip.Tcp() : ip.Udp();
        if (isIPv6)
        {
            socket.DualMode = isDual;
        }

        try
        {
            socket.Bind(new IPEndPoint(ip.Any, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
