using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public sealed class BindTests
{
    [Fact]
    public Task Port_zero_takes_a_free_port() => TestBed.Run(() =>
    {
        using Socket first = Sockets.BoundTcp();
        using Socket second = Sockets.BoundTcp();

        Assert.NotEqual(0, Sockets.Port(first));
        Assert.NotEqual(Sockets.Port(first), Sockets.Port(second));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_socket_is_unbound_at_first() => TestBed.Run(() =>
    {
        using Socket socket = Sockets.Tcp();

        Assert.False(socket.IsBound);
        Assert.Null(socket.LocalEndPoint);
        Assert.Null(socket.RemoteEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_local_end_point_is_what_was_bound() => TestBed.Run(() =>
    {
        using Socket socket = Sockets.Tcp();
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));

        Assert.True(socket.IsBound);
        Assert.Equal(IPAddress.Any, ((IPEndPoint)socket.LocalEndPoint!).Address);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_socket_is_bound_once_only() => TestBed.Run(() =>
    {
        using Socket socket = Sockets.BoundTcp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.Bind(Sockets.AnyLoopbackPort)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connected_socket_cannot_be_bound() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => pair.Client.Bind(Sockets.AnyLoopbackPort)));
    });

    // Proves RFC 9293 MUST-41.
    [Fact]
    public Task A_port_that_listens_is_in_use() => TestBed.Run(() =>
    {
        using Socket listener = Sockets.Listener();
        using Socket other = Sockets.Tcp();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => other.Bind(listener.LocalEndPoint!)));
        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => other.Bind(new IPEndPoint(IPAddress.Any, Sockets.Port(listener)))));
        Assert.False(other.IsBound);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Two_streams_may_be_bound_alike_while_none_listens() => TestBed.Run(() =>
    {
        using Socket first = Sockets.BoundTcp();
        using Socket second = Sockets.Tcp();
        second.Bind(first.LocalEndPoint!);
        first.Listen();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(second.Listen));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_port_is_free_again_after_close() => TestBed.Run(() =>
    {
        Socket first = Sockets.Listener();
        EndPoint address = first.LocalEndPoint!;
        first.Dispose();
        using Socket second = Sockets.Tcp();

        second.Bind(address);
        second.Listen();

        Assert.Equal(address, second.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_datagram_port_is_in_use() => TestBed.Run(() =>
    {
        using Socket first = Sockets.BoundUdp();
        using Socket second = Sockets.Udp();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => second.Bind(first.LocalEndPoint!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Datagram_sockets_share_a_port_where_both_say_so() => TestBed.Run(() =>
    {
        using Socket first = Sockets.Udp();
        using Socket second = Sockets.Udp();
        first.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        second.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        first.Bind(Sockets.AnyLoopbackPort);

        second.Bind(first.LocalEndPoint!);

        Assert.Equal(first.LocalEndPoint, second.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Udp_and_tcp_have_ports_of_their_own() => TestBed.Run(() =>
    {
        using Socket tcp = Sockets.Listener();
        using Socket udp = Sockets.Udp();

        udp.Bind(tcp.LocalEndPoint!);

        Assert.Equal(tcp.LocalEndPoint, udp.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Only_the_hosts_own_addresses_can_be_bound() => TestBed.Run(() =>
    {
        using Socket socket = Sockets.Tcp();
        using Socket datagram = Sockets.Udp();
        var foreign = new IPEndPoint(IPAddress.Parse("203.0.113.1"), 0);

        Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => socket.Bind(foreign)));
        Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => datagram.Bind(foreign)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_IPv6_address_cannot_be_bound_by_an_IPv4_socket() => TestBed.Run(() =>
    {
        using Socket socket = Sockets.Tcp();

        Assert.Equal(SocketError.AddressFamilyNotSupported, Expect.Error(() => socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0))));
        return Task.CompletedTask;
    });
}
