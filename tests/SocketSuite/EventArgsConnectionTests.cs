using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class EventArgsConnectionTests(IpFamily ip)
{
    [Fact]
    public Task An_accept_gives_the_socket_of_the_connection() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs();
        Task<SocketAsyncEventArgs> accept = Operations.Run(listener.AcceptAsync, args);
        await client.ConnectAsync(listener.LocalEndPoint!);
        await accept;
        using Socket server = args.AcceptSocket!;

        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal(SocketAsyncOperation.Accept, args.LastOperation);
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
        Assert.True(server.Connected);
        Assert.Equal(0, args.BytesTransferred);
    });

    [Fact]
    public Task An_accept_of_a_connection_that_is_there_ends_at_once() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);
        await Expect.UntilAsync(() => Sockets.IsReadable(listener));
        using var args = new SocketAsyncEventArgs();
        bool told = false;
        args.Completed += (_, _) => told = true;

        Assert.False(listener.AcceptAsync(args));
        Assert.False(told);
        args.AcceptSocket!.Dispose();
    });

    [Fact]
    public Task An_accept_goes_into_the_given_socket() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using Socket server = ip.Tcp();
        using var args = new SocketAsyncEventArgs { AcceptSocket = server };
        Task<SocketAsyncEventArgs> accept = Operations.Run(listener.AcceptAsync, args);
        await client.ConnectAsync(listener.LocalEndPoint!);
        await accept;

        Assert.Same(server, args.AcceptSocket);
        Assert.True(server.Connected);
    });

    [Fact]
    public Task An_accept_into_a_bound_socket_is_refused() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();
        using Socket bound = ip.BoundTcp();
        using var args = new SocketAsyncEventArgs { AcceptSocket = bound };

        Assert.Throws<InvalidOperationException>(() => listener.AcceptAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_accept_receives_nothing_on_Linux() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();
        using SocketAsyncEventArgs args = Operations.With(new byte[300]);

        Assert.Throws<PlatformNotSupportedException>(() => listener.AcceptAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_accept_needs_a_listener() => TestBed.Run(() =>
    {
        using Socket unbound = ip.Tcp();
        using Socket bound = ip.BoundTcp();
        using var args = new SocketAsyncEventArgs();

        Assert.Throws<InvalidOperationException>(() => unbound.AcceptAsync(args));
        Assert.Throws<InvalidOperationException>(() => bound.AcceptAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_accept_takes_no_list_of_buffers() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();
        using var args = new SocketAsyncEventArgs { BufferList = [new byte[1]] };

        Assert.Throws<ArgumentException>(() => listener.AcceptAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_accept_ends_with_its_listener() => TestBed.Run(async () =>
    {
        Socket listener = ip.Listener();
        using var args = new SocketAsyncEventArgs();
        Task<SocketAsyncEventArgs> accept = Operations.Run(listener.AcceptAsync, args);
        listener.Dispose();
        await accept;

        Assert.Equal(SocketError.OperationAborted, args.SocketError);
    });

    [Fact]
    public Task A_connect_tells_its_socket() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = listener.LocalEndPoint, UserToken = "mine" };
        await Operations.Run(client.ConnectAsync, args);

        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal(SocketAsyncOperation.Connect, args.LastOperation);
        Assert.Same(client, args.ConnectSocket);
        Assert.Null(args.ConnectByNameError);
        Assert.Equal("mine", args.UserToken);
        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_refused_connect_says_so() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = ip.Closed };
        await Operations.Run(client.ConnectAsync, args);

        Assert.Equal(SocketError.ConnectionRefused, args.SocketError);
        Assert.Null(args.ConnectSocket);
        Assert.Null(args.ConnectByNameError);
        Assert.False(client.Connected);
    });

    [Fact]
    public Task A_connect_sends_what_is_in_the_buffer() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using SocketAsyncEventArgs args = Operations.With([1, 2, 3]);
        args.RemoteEndPoint = listener.LocalEndPoint;
        await Operations.Run(client.ConnectAsync, args);
        using Socket server = await listener.AcceptAsync();

        Assert.Equal(3, args.BytesTransferred);
        Assert.Equal([1, 2, 3], await Sockets.ReceiveAllAsync(server, 3));
    });

    [Fact]
    public Task A_connect_needs_an_end_point() => TestBed.Run(() =>
    {
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs();

        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => client.ConnectAsync(args)));
        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, args)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => client.ConnectAsync((SocketAsyncEventArgs)null!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connect_takes_no_list_of_buffers() => TestBed.Run(() =>
    {
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = ip.Closed, BufferList = [new byte[1]] };

        Assert.Throws<ArgumentException>(() => client.ConnectAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_listener_does_not_connect() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = ip.Closed };

        Assert.Throws<InvalidOperationException>(() => listener.ConnectAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connected_socket_does_not_connect() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = pair.Listener.LocalEndPoint };

        Assert.Equal(SocketError.IsConnected, Expect.Error(() => pair.Client.ConnectAsync(args)));
    });

    [Fact]
    public Task A_connect_makes_its_socket() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = listener.LocalEndPoint };
        await Operations.Run(e => Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, e), args);
        using Socket client = args.ConnectSocket!;

        Assert.Equal(ip.Family, client.AddressFamily);
        Assert.True(client.Connected);
        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_connect_that_makes_its_socket_may_fail() => TestBed.Run(async () =>
    {
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = ip.Closed };
        await Operations.Run(e => Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, e), args);

        Assert.Equal(SocketError.ConnectionRefused, args.SocketError);
        Assert.Null(args.ConnectSocket);
    });

    [Fact]
    public Task A_connect_by_name_tries_the_addresses_of_the_name() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = new DnsEndPoint(ip.Loopback.ToString(), Sockets.Port(listener), ip.Family) };
        await Operations.Run(e => Socket.ConnectAsync(SocketType.Stream, ProtocolType.Tcp, e), args);
        using Socket client = args.ConnectSocket!;

        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_connect_by_name_that_is_refused_tells_so_twice() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = new DnsEndPoint(ip.Loopback.ToString(), ip.Closed.Port) };
        await Operations.Run(client.ConnectAsync, args);

        Assert.Equal(SocketError.ConnectionRefused, args.SocketError);
        Assert.NotNull(args.ConnectByNameError);
        Assert.Null(args.ConnectSocket);
    });

    [Fact]
    public Task A_connect_to_an_unknown_name_tells_why() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = new DnsEndPoint("no-such-host.invalid", 80) };
        await Operations.Run(client.ConnectAsync, args);

        Assert.NotEqual(SocketError.Success, args.SocketError);
        Assert.Equal(args.SocketError, Assert.IsType<SocketException>(args.ConnectByNameError).SocketErrorCode);
    });

    [Fact]
    public Task A_cancel_of_nothing_does_nothing() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        Socket.CancelConnectAsync(args);

        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => Socket.CancelConnectAsync(null!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_disconnect_ends_the_connection() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs { DisconnectReuseSocket = false };
        await Operations.Run(pair.Client.DisconnectAsync, args);

        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal(SocketAsyncOperation.Disconnect, args.LastOperation);
        Assert.False(pair.Client.Connected);
        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task A_disconnect_needs_a_connection() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        using var args = new SocketAsyncEventArgs();

        Assert.Equal(SocketError.NotConnected, Expect.Error(() => socket.DisconnectAsync(args)));
        args.SetBuffer(new byte[1], 0, 1);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connect_to_another_family_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = (ip.IsIPv6 ? IpFamily.IPv4 : IpFamily.IPv6).Closed };

        Assert.Throws<NotSupportedException>(() => socket.ConnectAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Operations_on_a_closed_socket_say_so() => TestBed.Run(() =>
    {
        Socket socket = ip.Tcp();
        socket.Dispose();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = ip.Closed, SendPacketsElements = [] };

        Assert.Throws<ObjectDisposedException>(() => socket.AcceptAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.ConnectAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.DisconnectAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.ReceiveAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.ReceiveFromAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.ReceiveMessageFromAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.SendAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.SendToAsync(args));
        Assert.Throws<ObjectDisposedException>(() => socket.SendPacketsAsync(args));
        return Task.CompletedTask;
    });
}
