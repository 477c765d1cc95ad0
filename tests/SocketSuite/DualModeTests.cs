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
}
