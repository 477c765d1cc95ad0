using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class AcceptTests(IpFamily ip)
{
    [Fact]
    public Task Accept_waits_for_a_connection() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        Task<Socket> accept = listener.AcceptAsync();
        Assert.False(accept.IsCompleted);
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);

        using Socket server = await accept;

        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    });

    [Fact]
    public Task A_blocking_accept_waits_for_a_connection()
    {
        int port = 0;
        return TestBed.RunBlocking(
            () =>
            {
                using Socket listener = ip.Listener();
                Volatile.Write(ref port, Sockets.Port(listener));
                using Socket server = listener.Accept();
                Assert.True(server.Connected);
                Assert.Equal(1, server.Receive(new byte[1]));
            },
            () =>
            {
                using Socket pause = ip.BoundUdp();
                while (Volatile.Read(ref port) == 0)
                {
                    pause.Poll(1000, SelectMode.SelectRead);
                }

                using Socket client = ip.Tcp();
                client.Connect(ip.Loopback, port);
                client.Send("x"u8);
            });
    }

    [Fact]
    public Task Connections_are_accepted_in_their_order() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        for (int i = 0; i < 5; i++)
        {
            using Socket client = ip.Tcp();
            await client.ConnectAsync(listener.LocalEndPoint!);
            EndPoint local = client.LocalEndPoint!;
            using Socket server = await listener.AcceptAsync();
            Assert.Equal(local, server.RemoteEndPoint);
        }
    });

    [Fact]
    public Task Several_accepts_may_wait() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        Task<Socket> first = listener.AcceptAsync();
        Task<Socket> second = listener.AcceptAsync();
        using Socket one = ip.Tcp();
        using Socket two = ip.Tcp();

        await one.ConnectAsync(listener.LocalEndPoint!);
        using Socket firstServer = await first;
        Assert.False(second.IsCompleted);
        await two.ConnectAsync(listener.LocalEndPoint!);
        using Socket secondServer = await second;

        Assert.Equal(one.LocalEndPoint, firstServer.RemoteEndPoint);
        Assert.Equal(two.LocalEndPoint, secondServer.RemoteEndPoint);
    });

    [Fact]
    public Task Data_sent_before_the_accept_is_there() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);
        await client.SendAsync(Sockets.Text("early"));

        using Socket server = await listener.AcceptAsync();

        Assert.Equal("early", await Sockets.ReceiveTextAsync(server, 5));
    });

    [Fact]
    public Task A_client_that_went_away_is_still_accepted() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);
        client.Close();

        using Socket server = await listener.AcceptAsync();

        Assert.Equal(0, await server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task Accept_needs_a_bound_socket() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();

        Assert.Throws<InvalidOperationException>(() => socket.Accept());
        await Expect.ThrowsAsync<InvalidOperationException>(() => socket.AcceptAsync());
    });

    [Fact]
    public Task Accept_needs_a_listening_socket() => TestBed.Run(async () =>
    {
        using Socket socket = ip.BoundTcp();

        Assert.Throws<InvalidOperationException>(() => socket.Accept());
        await Expect.ThrowsAsync<InvalidOperationException>(() => socket.AcceptAsync());
    });

    [Fact]
    public Task An_accepted_socket_inherits_the_listeners_options() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        listener.NoDelay = true;
        listener.LingerState = new LingerOption(true, 3);
        listener.ReceiveBufferSize = 50_000;
        listener.ReceiveTimeout = 5;
        listener.Ttl = 9;
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);

        using Socket server = await listener.AcceptAsync();

        Assert.True(server.NoDelay);
        Assert.Equal(3, server.LingerState!.LingerTime);
        Assert.Equal(100_000, server.ReceiveBufferSize);
        Assert.Equal(0, server.ReceiveTimeout);
        Assert.Equal(9, server.Ttl);
        Assert.Equal(1, server.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        server.LingerState = new LingerOption(false, 0);
    });

    [Fact]
    public Task Closing_a_listener_resets_connections_that_nobody_accepted() => TestBed.Run(async () =>
    {
        Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);

        listener.Close();

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => client.ReceiveAsync(new byte[1])));
    });

    [Fact]
    public Task An_accepted_connection_outlives_its_listener() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Listener.Close();

        await pair.Client.SendAsync(Sockets.Text("still"));

        Assert.Equal("still", await Sockets.ReceiveTextAsync(pair.Server, 5));
    });

    [Fact]
    public Task A_full_backlog_leaves_the_next_connect_waiting() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener(backlog: 1);
        using Socket first = ip.Tcp();
        using Socket second = ip.Tcp();
        await first.ConnectAsync(listener.LocalEndPoint!);
        await second.ConnectAsync(listener.LocalEndPoint!);
        using var third = ip.Tcp();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(150), TestBed.Time);

        await Expect.ThrowsAsync<OperationCanceledException>(() => third.ConnectAsync(listener.LocalEndPoint!, stop.Token).AsTask());

        Assert.False(third.Connected);
    });

    [Fact]
    public Task A_datagram_socket_cannot_listen() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();

        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(socket.Listen));
        Assert.Throws<InvalidOperationException>(() => socket.Accept());
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connected_socket_cannot_listen() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(pair.Client.Listen));
    });

    [Fact]
    public Task Listening_twice_changes_the_backlog_only() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener(1);
        listener.Listen(20);
        using Socket client = ip.Tcp();

        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_connection_is_accepted_into_a_given_socket() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using Socket given = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);

        Socket server = await listener.AcceptAsync(given);

        Assert.Same(given, server);
        Assert.Equal(client.LocalEndPoint, given.RemoteEndPoint);
        Assert.True(given.Connected);
        await client.SendAsync(Sockets.Text("abc"));
        Assert.Equal("abc", await Sockets.ReceiveTextAsync(given, 3));
    });

    [Fact]
    public Task A_connection_is_not_accepted_into_a_bound_socket() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket bound = ip.BoundTcp();

        await Expect.ThrowsAsync<InvalidOperationException>(() => listener.AcceptAsync(bound));
    });
}
