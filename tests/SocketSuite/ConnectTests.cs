using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public sealed class ConnectTests
{
    [Fact]
    public Task A_connect_joins_both_ends() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync();

        Assert.True(pair.Client.Connected);
        Assert.True(pair.Server.Connected);
        Assert.Equal(pair.Client.LocalEndPoint, pair.Server.RemoteEndPoint);
        Assert.Equal(pair.Client.RemoteEndPoint, pair.Server.LocalEndPoint);
    });

    [Fact]
    public Task A_blocking_connect_joins_both_ends() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make();

        Assert.True(pair.Client.Connected);
        Assert.Equal(pair.Client.LocalEndPoint, pair.Server.RemoteEndPoint);
        Assert.Equal(pair.Client.RemoteEndPoint, pair.Server.LocalEndPoint);
    });

    [Fact]
    public Task An_unbound_socket_gets_an_ephemeral_port() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync();

        Assert.True(pair.Client.IsBound);
        Assert.InRange(Sockets.Port(pair.Client), 1024, 65535);
    });

    // Proves RFC 9293 MUST-43.
    [Fact]
    public Task A_bound_socket_connects_from_its_port() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.BoundTcp();
        int port = Sockets.Port(client);

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.Equal(port, Sockets.Port(client));
        using Socket server = await listener.AcceptAsync();
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, port), server.RemoteEndPoint);
    });

    [Fact]
    public Task A_connect_ends_before_anyone_accepts() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_closed_port_refuses() => TestBed.Run(async () =>
    {
        using Socket client = Sockets.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync(Sockets.Closed)));
        Assert.False(client.Connected);
        Assert.Null(client.RemoteEndPoint);
    });

    [Fact]
    public Task A_closed_port_refuses_a_blocking_connect() => TestBed.RunBlocking(() =>
    {
        using Socket client = Sockets.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => client.Connect(Sockets.Closed)));
        Assert.False(client.Connected);
        Assert.Null(client.LocalEndPoint);
    });

    [Fact]
    public Task A_bound_port_without_a_listener_refuses() => TestBed.Run(async () =>
    {
        using Socket bound = Sockets.BoundTcp();
        using Socket client = Sockets.Tcp();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync(bound.LocalEndPoint!)));
    });

    [Fact]
    public Task A_socket_can_connect_after_it_was_refused() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();
        await Expect.ErrorAsync(() => client.ConnectAsync(Sockets.Closed));

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_socket_can_connect_again_after_it_was_refused_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();
        Expect.Error(() => client.Connect(Sockets.Closed));

        client.Connect(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task The_unspecified_address_is_the_host_itself() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        await client.ConnectAsync(IPAddress.Any, Sockets.Port(listener));

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task A_host_name_is_resolved() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        await client.ConnectAsync("localhost", Sockets.Port(listener));

        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_host_name_is_resolved_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        client.Connect("localhost", Sockets.Port(listener));

        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_dns_end_point_is_resolved() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        await client.ConnectAsync(new DnsEndPoint("localhost", Sockets.Port(listener)));

        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task An_unknown_host_is_not_found() => TestBed.Run(async () =>
    {
        using Socket client = Sockets.Tcp();

        Assert.Equal(SocketError.HostNotFound, await Expect.ErrorAsync(() => client.ConnectAsync("no-such-host.invalid", 80)));
    });

    [Fact]
    public Task An_unknown_host_is_not_found_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket client = Sockets.Tcp();

        Assert.Equal(SocketError.HostNotFound, Expect.Error(() => client.Connect("no-such-host.invalid", 80)));
    });

    [Fact]
    public Task The_second_address_of_a_list_is_tried() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        await client.ConnectAsync([IPAddress.Parse("127.0.0.9"), IPAddress.Loopback], Sockets.Port(listener));

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task The_second_address_of_a_list_is_tried_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket listener = Sockets.Listener();
        using Socket client = Sockets.Tcp();

        client.Connect([IPAddress.Parse("127.0.0.9"), IPAddress.Loopback], Sockets.Port(listener));

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)client.RemoteEndPoint!).Address);
    });

    [Fact]
    public Task A_connected_socket_cannot_connect() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync();

        Assert.Equal(SocketError.IsConnected, Expect.Error(() => pair.Client.Connect(pair.Listener.LocalEndPoint!)));
        Assert.Equal(SocketError.IsConnected, await Expect.ErrorAsync(() => pair.Client.ConnectAsync(pair.Listener.LocalEndPoint!)));
    });

    [Fact]
    public Task A_listening_socket_cannot_connect() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();

        Assert.Throws<InvalidOperationException>(() => listener.Connect(Sockets.Closed));
        await Expect.ThrowsAsync<InvalidOperationException>(() => listener.ConnectAsync(Sockets.Closed));
    });

    [Fact]
    public Task A_dual_mode_socket_connects_to_an_IPv4_address() => TestBed.Run(async () =>
    {
        using Socket listener = Sockets.Listener();
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
        using Socket client = Sockets.Tcp();

        await client.ConnectAsync(IPAddress.Loopback, Sockets.Port(listener));
        using Socket server = await listener.AcceptAsync();

        Assert.Equal(new IPEndPoint(IPAddress.Loopback.MapToIPv6(), Sockets.Port(listener)), server.LocalEndPoint);
        Assert.Equal(AddressFamily.InterNetworkV6, server.AddressFamily);
        Assert.True(server.DualMode);
    });

    [Fact]
    public Task Hosts_reach_each_other_by_name() => TestBed.RunPair(
        async _ =>
        {
            using var listener = new TcpListener(IPAddress.Any, 47011);
            listener.Start();
            using Socket server = await listener.AcceptSocketAsync();
            byte[] request = await Sockets.ReceiveAllAsync(server, 5);
            await server.SendAsync(request.AsMemory());
        },
        async name =>
        {
            using Socket client = Sockets.Tcp();
            while (await Expect.ErrorAsync(() => client.ConnectAsync(name, 47011)) == SocketError.ConnectionRefused)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestBed.Time);
            }

            await client.SendAsync(Sockets.Text("hello"));
            Assert.Equal("hello", await Sockets.ReceiveTextAsync(client, 5));
        });
}
