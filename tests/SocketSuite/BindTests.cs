using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class BindTests(IpFamily ip)
{
    [Fact]
    public Task Port_zero_takes_a_free_port() => TestBed.Run(() =>
    {
        using Socket first = ip.BoundTcp();
        using Socket second = ip.BoundTcp();

        Assert.NotEqual(0, Sockets.Port(first));
        Assert.NotEqual(Sockets.Port(first), Sockets.Port(second));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_socket_is_unbound_at_first() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.False(socket.IsBound);
        Assert.Null(socket.LocalEndPoint);
        Assert.Null(socket.RemoteEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_local_end_point_is_what_was_bound() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.Bind(new IPEndPoint(ip.Any, 0));

        Assert.True(socket.IsBound);
        Assert.Equal(ip.Any, ((IPEndPoint)socket.LocalEndPoint!).Address);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_socket_is_bound_once_only() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundTcp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.Bind(ip.AnyLoopbackPort)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connected_socket_cannot_be_bound() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => pair.Client.Bind(ip.AnyLoopbackPort)));
    });

    // Proves RFC 9293 MUST-41.
    [Fact]
    public Task A_port_that_listens_is_in_use() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();
        using Socket other = ip.Tcp();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => other.Bind(listener.LocalEndPoint!)));
        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => other.Bind(new IPEndPoint(ip.Any, Sockets.Port(listener)))));
        Assert.False(other.IsBound);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Two_streams_may_be_bound_alike_while_none_listens() => TestBed.Run(() =>
    {
        using Socket first = ip.BoundTcp();
        using Socket second = ip.Tcp();
        second.Bind(first.LocalEndPoint!);
        first.Listen();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(second.Listen));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_port_is_free_again_after_close() => TestBed.Run(() =>
    {
        Socket first = ip.Listener();
        EndPoint address = first.LocalEndPoint!;
        first.Dispose();
        using Socket second = ip.Tcp();

        second.Bind(address);
        second.Listen();

        Assert.Equal(address, second.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_datagram_port_is_in_use() => TestBed.Run(() =>
    {
        using Socket first = ip.BoundUdp();
        using Socket second = ip.Udp();

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => second.Bind(first.LocalEndPoint!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Datagram_sockets_share_a_port_where_both_say_so() => TestBed.Run(() =>
    {
        using Socket first = ip.Udp();
        using Socket second = ip.Udp();
        first.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        second.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        first.Bind(ip.AnyLoopbackPort);

        second.Bind(first.LocalEndPoint!);

        Assert.Equal(first.LocalEndPoint, second.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Udp_and_tcp_have_ports_of_their_own() => TestBed.Run(() =>
    {
        using Socket tcp = ip.Listener();
        using Socket udp = ip.Udp();

        udp.Bind(tcp.LocalEndPoint!);

        Assert.Equal(tcp.LocalEndPoint, udp.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Only_the_hosts_own_addresses_can_be_bound() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        using Socket datagram = ip.Udp();
        var foreign = new IPEndPoint(ip.Foreign, 0);

        Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => socket.Bind(foreign)));
        Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => datagram.Bind(foreign)));
        return Task.CompletedTask;
    });
}
