using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public sealed class ArgumentTests
{
    private static readonly byte[] Bytes = new byte[10];

    [Fact]
    public Task Missing_end_points_are_named() => TestBed.Run(() =>
    {
        using Socket stream = IpFamily.IPv4.Tcp();
        using Socket datagram = IpFamily.IPv4.BoundUdp();
        EndPoint none = null!;

        Assert.Equal("localEP", Expect.BadArgument<ArgumentNullException>(() => stream.Bind(null!)));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => stream.Connect((EndPoint)null!)));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => _ = stream.ConnectAsync((EndPoint)null!)));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => datagram.SendTo(Bytes, null!)));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => datagram.ReceiveFrom(Bytes, ref none)));
        Assert.Equal("remoteEndPoint", Expect.BadArgument<ArgumentNullException>(() => _ = datagram.ReceiveFromAsync(Bytes, null!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Missing_buffers_are_named() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(IpFamily.IPv4);
        Socket socket = pair.Client;

        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.Send((byte[])null!)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.Receive((byte[])null!)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentNullException>(() => socket.Send((IList<ArraySegment<byte>>)null!)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentNullException>(() => socket.Receive((IList<ArraySegment<byte>>)null!)));
        Assert.Throws<ArgumentNullException>(() => { _ = socket.SendAsync(default(ArraySegment<byte>)); });
        Assert.Throws<ArgumentNullException>(() => { _ = socket.ReceiveAsync(default(ArraySegment<byte>)); });
    });

    [Fact]
    public Task Empty_buffer_lists_are_refused() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(IpFamily.IPv4);
        List<ArraySegment<byte>> none = [];

        Assert.Equal("buffers", Expect.BadArgument<ArgumentException>(() => pair.Client.Send(none)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentException>(() => pair.Client.Receive(none)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentException>(() => _ = pair.Client.SendAsync(none)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentException>(() => _ = pair.Client.ReceiveAsync(none)));
    });

    [Theory]
    [InlineData(-1, 1, "offset")]
    [InlineData(11, 0, "offset")]
    [InlineData(0, -1, "size")]
    [InlineData(5, 6, "size")]
    public Task Ranges_outside_the_buffer_are_named(int offset, int size, string name) => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(IpFamily.IPv4);
        using Socket datagram = IpFamily.IPv4.BoundUdp();
        EndPoint sender = IpFamily.IPv4.AnyLoopbackPort;

        Assert.Equal(name, Expect.BadArgument<ArgumentOutOfRangeException>(() => pair.Client.Send(Bytes, offset, size, SocketFlags.None)));
        Assert.Equal(name, Expect.BadArgument<ArgumentOutOfRangeException>(() => pair.Client.Receive(Bytes, offset, size, SocketFlags.None)));
        Assert.Equal(name, Expect.BadArgument<ArgumentOutOfRangeException>(
            () => datagram.SendTo(Bytes, offset, size, SocketFlags.None, IpFamily.IPv4.Closed)));
        Assert.Equal(name, Expect.BadArgument<ArgumentOutOfRangeException>(
            () => datagram.ReceiveFrom(Bytes, offset, size, SocketFlags.None, ref sender)));
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public Task Ports_out_of_range_are_named(int port) => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Tcp();

        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.Connect("localhost", port)));
        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.Connect(IPAddress.Loopback, port)));
        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => _ = socket.ConnectAsync("localhost", port)));
        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => _ = socket.ConnectAsync(IPAddress.Loopback, port)));
        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => _ = new TcpListener(IPAddress.Loopback, port)));
        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => _ = new TcpClient("localhost", port)));
        Assert.Equal("port", Expect.BadArgument<ArgumentOutOfRangeException>(() => _ = new UdpClient(port)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Lists_without_a_usable_address_are_refused() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Tcp();

        Assert.Equal("addresses", Expect.BadArgument<ArgumentException>(() => socket.Connect(Array.Empty<IPAddress>(), 1)));
        Assert.Equal("addresses", Expect.BadArgument<ArgumentException>(() => _ = socket.ConnectAsync(Array.Empty<IPAddress>(), 1)));
        Assert.Equal("addresses", Expect.BadArgument<ArgumentException>(() => socket.Connect([IPAddress.IPv6Loopback], 1)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Addresses_of_another_family_are_refused() => TestBed.Run(async () =>
    {
        using Socket socket = IpFamily.IPv4.Tcp();
        using Socket datagram = IpFamily.IPv4.BoundUdp();
        var other = new IPEndPoint(IPAddress.IPv6Loopback, 1);
        EndPoint sender = other;

        Assert.Throws<NotSupportedException>(() => socket.Connect(IPAddress.IPv6Loopback, 1));
        Assert.Equal(SocketError.AddressFamilyNotSupported, Expect.Error(() => socket.Connect(other)));
        await Expect.ThrowsAsync<NotSupportedException>(() => socket.ConnectAsync(other));
        Assert.Equal(SocketError.AddressFamilyNotSupported, Expect.Error(() => datagram.SendTo(Bytes, other)));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentException>(() => datagram.ReceiveFrom(Bytes, ref sender)));
    });

    [Fact]
    public Task Host_names_are_no_addresses_to_bind_or_send_to() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Tcp();
        using Socket datagram = IpFamily.IPv4.Udp();

        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentException>(() => socket.Bind(new DnsEndPoint("localhost", 0))));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentException>(() => datagram.SendTo(Bytes, new DnsEndPoint("localhost", 9))));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_close_timeout_below_minus_one_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv4.Tcp();

        Assert.Equal("timeout", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.Close(-2)));
        return Task.CompletedTask;
    });
}
