using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class ConnectTests(IpFamily ip)
{
    [Fact]
    public Task A_connect_joins_both_ends() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.True(pair.Client.Connected);
        Assert.True(pair.Server.Connected);
        Assert.Equal(pair.Client.LocalEndPoint, pair.Server.RemoteEndPoint);
        Assert.Equal(pair.Client.RemoteEndPoint, pair.Server.LocalEndPoint);
    });

    [Fact]
    public Task A_blocking_connect_joins_both_ends() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);

        Assert.True(pair.Client.Connected);
        Assert.Equal(pair.Client.LocalEndPoint, pair.Server.RemoteEndPoint);
        Assert.Equal(pair.Client.RemoteEndPoint, pair.Server.LocalEndPoint);
    });

    [Fact]
    public Task An_unbound_socket_gets_an_ephemeral_port() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.True(pair.Client.IsBound);
        Assert.InRange(Sockets.Port(pair.Client), 1024, 65535);
    });

    // Proves RFC 9293 MUST-43.
    [Fact]
    public Task A_bound_socket_connects_from_its_port() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.BoundTcp();
        int port = Sockets.Port(client);

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.Equal(port, Sockets.Port(client));
        using Socket server = await listener.AcceptAsync();
        Assert.Equal(new IPEndPoint(ip.Loopback, port), server.RemoteEndPoint);
    });

    [Fact]
    public Task A_connect_ends_before_anyone_accepts() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_closed_port_refuses() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync(ip.Closed)));
        Assert.False(client.Connected);
        Assert.Null(client.RemoteEndPoint);
    });

    [Fact]
    public Task A_closed_port_refuses_a_blocking_connect() => TestBed.RunBlocking(() =>
    {
        using Socket client = ip.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => client.Connect(ip.Closed)));
        Assert.False(client.Connected);
        Assert.Null(client.LocalEndPoint);
    });

    [Fact]
    public Task A_bound_port_without_a_listener_refuses() => TestBed.Run(async () =>
    {
        using Socket bound = ip.BoundTcp();
        using Socket client = ip.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync(bound.LocalEndPoint!)));
    });

    [Fact]
    public Task A_socket_can_connect_after_it_was_refused() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        await Expect.ErrorAsync(() => client.ConnectAsync(ip.Closed));

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_socket_can_connect_again_after_it_was_refused_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        Expect.Error(() => client.Connect(ip.Closed));

        client.Connect(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task The_unspecified_address_is_the_host_itself() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();

        await client.ConnectAsync(ip.Any, Sockets.Port(listener));

        Assert.Equal(ip.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task An_unknown_host_is_not_found() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();

        Assert.Equal(SocketError.HostNotFound, await Expect.ErrorAsync(() => client.ConnectAsync("no-such-host.invalid", 80)));
    });

    [Fact]
    public Task An_unknown_host_is_not_found_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket client = ip.Tcp();

        Assert.Equal(SocketError.HostNotFound, Expect.Error(() => client.Connect("no-such-host.invalid", 80)));
    });

    [Fact]
    public Task The_second_address_of_a_list_is_tried() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();

        await client.ConnectAsync([IPAddress.Parse("127.0.0.9"), ip.Loopback], Sockets.Port(listener));

        Assert.Equal(ip.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task The_second_address_of_a_list_is_tried_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();

        client.Connect([IPAddress.Parse("127.0.0.9"), ip.Loopback], Sockets.Port(listener));

        Assert.Equal(ip.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task A_connected_socket_cannot_connect() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(SocketError.IsConnected, Expect.Error(() => pair.Client.Connect(pair.Listener.LocalEndPoint!)));
        Assert.Equal(SocketError.IsConnected, await Expect.ErrorAsync(() => pair.Client.ConnectAsync(pair.Listener.LocalEndPoint!)));
    });

    [Fact]
    public Task A_listening_socket_cannot_connect() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();

        Assert.Throws<InvalidOperationException>(() => listener.Connect(ip.Closed));
        await Expect.ThrowsAsync<InvalidOperationException>(() => listener.ConnectAsync(ip.Closed));
    });
}
