using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public sealed class IPv6Tests
{
    private static readonly IPEndPoint AnyLoopbackPort = new(IPAddress.IPv6Loopback, 0);

    [Fact]
    public Task A_stream_connects_over_IPv6() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        using var client = new TcpClient(AddressFamily.InterNetworkV6);
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using Socket server = await listener.AcceptSocketAsync();

        await client.GetStream().WriteAsync(Sockets.Text("hello"));

        Assert.Equal("hello", await Sockets.ReceiveTextAsync(server, 5));
        Assert.Equal(client.Client.LocalEndPoint, server.RemoteEndPoint);
        Assert.Equal(IPAddress.IPv6Loopback, ((IPEndPoint)server.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task A_closed_port_refuses_over_IPv6() => TestBed.Run(async () =>
    {
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => socket.ConnectAsync(IPAddress.IPv6Loopback, 1)));
    });

    [Fact]
    public Task A_datagram_arrives_over_IPv6() => TestBed.Run(async () =>
    {
        using var receiver = new UdpClient(AnyLoopbackPort);
        using var sender = new UdpClient(AnyLoopbackPort);

        await sender.SendAsync(Sockets.Text("abc"), (IPEndPoint)receiver.Client.LocalEndPoint!);
        UdpReceiveResult result = await receiver.ReceiveAsync();

        Assert.Equal(3, result.Buffer.Length);
        Assert.Equal(sender.Client.LocalEndPoint, result.RemoteEndPoint);
    });

    [Fact]
    public Task A_closed_port_refuses_a_connected_datagram_socket_over_IPv6() => TestBed.Run(async () =>
    {
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(new IPEndPoint(IPAddress.IPv6Loopback, 1));
        await socket.SendAsync(Sockets.Text("x"));

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => socket.ReceiveAsync(new byte[1])));
    });

    [Fact]
    public Task A_dual_mode_datagram_socket_hears_both_families() => TestBed.Run(async () =>
    {
        using var receiver = new Socket(SocketType.Dgram, ProtocolType.Udp);
        receiver.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
        using Socket old = Sockets.BoundUdp();
        using var current = new UdpClient(AnyLoopbackPort);

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
        using Socket client = Sockets.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync(IPAddress.Loopback, Sockets.Port(listener))));
    });

    [Fact]
    public Task A_time_to_live_is_kept_on_IPv6() => TestBed.Run(() =>
    {
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { Ttl = 9 };

        Assert.Equal(9, socket.Ttl);
        Assert.Throws<NotSupportedException>(() => socket.DontFragment);
        return Task.CompletedTask;
    });
}
