using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>The overloads of asynchronous calls that other tests have no need of, and that each can be taken back.</summary>
public abstract class AsyncOverloadTests(IpFamily ip)
{
    private static readonly byte[] Abc = "abc"u8.ToArray();
    private static readonly CancellationToken None = new(canceled: false);
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public Task A_connection_is_made_by_every_overload_with_a_token() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        foreach (Func<Socket, ValueTask> connect in new Func<Socket, ValueTask>[]
        {
            socket => socket.ConnectAsync(ip.Loopback, port, None),
            socket => socket.ConnectAsync([ip.Loopback], port, None),
            socket => socket.ConnectAsync(ip.Loopback.ToString(), port, None),
            socket => socket.ConnectAsync(listener.LocalEndPoint!, None),
        })
        {
            using Socket client = ip.Tcp();
            await connect(client);
            using Socket server = await listener.AcceptAsync(None);

            Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
        }
    });

    [Fact]
    public Task No_connection_is_made_with_a_token_that_is_cancelled() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        foreach (Func<Socket, ValueTask> connect in new Func<Socket, ValueTask>[]
        {
            socket => socket.ConnectAsync(ip.Loopback, port, Cancelled),
            socket => socket.ConnectAsync([ip.Loopback], port, Cancelled),
            socket => socket.ConnectAsync(ip.Loopback.ToString(), port, Cancelled),
        })
        {
            using Socket client = ip.Tcp();
            ValueTask call = connect(client);

            Assert.True(call.IsCanceled);
            Assert.False(client.Connected);
        }

        Assert.False(Sockets.IsReadable(listener));
        await Task.CompletedTask;
    });

    [Fact]
    public Task A_connection_is_accepted_into_a_given_socket_with_a_token() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using Socket server = ip.Tcp();
        using Socket unused = ip.Tcp();
        Assert.True(listener.AcceptAsync(unused, Cancelled).AsTask().IsCanceled);
        await client.ConnectAsync(listener.LocalEndPoint!);

        Assert.Same(server, await listener.AcceptAsync(server, None));
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    });

    [Fact]
    public Task A_connection_ends_by_a_disconnect_with_a_token() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.True(pair.Client.DisconnectAsync(false, Cancelled).AsTask().IsCanceled);
        Assert.True(pair.Client.Connected);
        await pair.Client.DisconnectAsync(false, None);

        Assert.False(pair.Client.Connected);
        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1].AsMemory()));
    });

    [Fact]
    public Task Segments_lists_and_memory_go_with_flags() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] buffer = new byte[9];

        Assert.Equal(2, await pair.Client.SendAsync(new ArraySegment<byte>(Abc, 0, 2), SocketFlags.None));
        Assert.Equal(3, await pair.Client.SendAsync([new ArraySegment<byte>(Abc, 0, 1), new ArraySegment<byte>(Abc, 1, 2)], SocketFlags.None));
        Assert.Equal(3, await pair.Client.SendAsync((ReadOnlyMemory<byte>)Abc, SocketFlags.None, None));
        await Expect.UntilAsync(() => pair.Server.Available == 8);

        Assert.Equal(1, await pair.Server.ReceiveAsync(new ArraySegment<byte>(buffer, 0, 1), SocketFlags.None));
        Assert.Equal(7, await pair.Server.ReceiveAsync([new ArraySegment<byte>(buffer, 1, 3), new ArraySegment<byte>(buffer, 4, 5)], SocketFlags.None));
        Assert.Equal("ababcabc"u8, buffer.AsSpan(0, 8));
    });

    [Fact]
    public Task Datagrams_go_by_segments() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        byte[] buffer = new byte[6];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(2, await sender.SendToAsync(new ArraySegment<byte>(Abc, 1, 2), SocketFlags.None, receiver.LocalEndPoint!));
        }

        SocketReceiveFromResult datagram = await receiver.ReceiveFromAsync(new ArraySegment<byte>(buffer, 1, 4), SocketFlags.None, ip.AnyLoopbackPort);
        Assert.Equal(2, datagram.ReceivedBytes);
        Assert.Equal(sender.LocalEndPoint, datagram.RemoteEndPoint);
        foreach (Func<ValueTask<SocketReceiveMessageFromResult>> receive in new Func<ValueTask<SocketReceiveMessageFromResult>>[]
        {
            () => new(receiver.ReceiveMessageFromAsync(new ArraySegment<byte>(buffer), SocketFlags.None, ip.AnyLoopbackPort)),
            () => receiver.ReceiveMessageFromAsync(buffer.AsMemory(), ip.AnyLoopbackPort, None),
            () => receiver.ReceiveMessageFromAsync(buffer.AsMemory(), SocketFlags.None, ip.AnyLoopbackPort, None),
        })
        {
            SocketReceiveMessageFromResult message = await receive();

            Assert.Equal("bc"u8, buffer.AsSpan(0, message.ReceivedBytes));
            Assert.Equal(sender.LocalEndPoint, message.RemoteEndPoint);
            Assert.Equal(ip.Loopback, message.PacketInformation.Address);
        }
    });

    [Fact]
    public Task A_message_that_is_waited_for_is_taken_back() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        using var source = new CancellationTokenSource();
        Task<SocketReceiveMessageFromResult> waiting = receiver.ReceiveMessageFromAsync(new byte[4].AsMemory(), ip.AnyLoopbackPort, source.Token).AsTask();
        await source.CancelAsync();

        await Expect.ThrowsAsync<OperationCanceledException>(() => waiting);
        Assert.True(receiver.ReceiveMessageFromAsync(new byte[4].AsMemory(), ip.AnyLoopbackPort, Cancelled).AsTask().IsCanceled);
        sender.SendTo(Abc, receiver.LocalEndPoint!);
        Assert.Equal(3, (await receiver.ReceiveMessageFromAsync(new byte[4].AsMemory(), ip.AnyLoopbackPort, None)).ReceivedBytes);
    });

    [Fact]
    public Task An_accept_into_a_socket_is_taken_back() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket server = ip.Tcp();
        using Socket client = ip.Tcp();
        using var source = new CancellationTokenSource();
        Task<Socket> waiting = listener.AcceptAsync(server, source.Token).AsTask();
        await source.CancelAsync();

        await Expect.ThrowsAsync<OperationCanceledException>(() => waiting);
        await client.ConnectAsync(listener.LocalEndPoint!);
        using Socket next = await listener.AcceptAsync();
        Assert.Equal(client.LocalEndPoint, next.RemoteEndPoint);
    });

    [Fact]
    public Task Nothing_is_sent_with_a_token_that_is_cancelled() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using Socket datagrams = ip.BoundUdp();

        Assert.True(pair.Client.SendAsync((ReadOnlyMemory<byte>)Abc, SocketFlags.None, Cancelled).AsTask().IsCanceled);
        Assert.True(datagrams.SendToAsync((ReadOnlyMemory<byte>)Abc, SocketFlags.None, datagrams.LocalEndPoint!, Cancelled).AsTask().IsCanceled);
        Assert.True(datagrams.SendToAsync((ReadOnlyMemory<byte>)Abc, SocketFlags.None, datagrams.LocalEndPoint!.Serialize(), Cancelled).AsTask().IsCanceled);
        Assert.Equal((0, 0), (pair.Server.Available, datagrams.Available));
    });

    [Fact]
    public Task Connections_are_made_and_accepted_by_the_extensions() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        EndPoint local = listener.LocalEndPoint!;
        foreach (Func<Socket, ValueTask> connect in new Func<Socket, ValueTask>[]
        {
            socket => new(SocketTaskExtensions.ConnectAsync(socket, local)),
            socket => SocketTaskExtensions.ConnectAsync(socket, local, None),
            socket => new(SocketTaskExtensions.ConnectAsync(socket, ip.Loopback, port)),
            socket => SocketTaskExtensions.ConnectAsync(socket, ip.Loopback, port, None),
            socket => new(SocketTaskExtensions.ConnectAsync(socket, [ip.Loopback], port)),
            socket => SocketTaskExtensions.ConnectAsync(socket, [ip.Loopback], port, None),
            socket => new(SocketTaskExtensions.ConnectAsync(socket, ip.Loopback.ToString(), port)),
            socket => SocketTaskExtensions.ConnectAsync(socket, ip.Loopback.ToString(), port, None),
        })
        {
            using Socket client = ip.Tcp();
            await connect(client);
            using Socket server = await SocketTaskExtensions.AcceptAsync(listener);

            Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
        }

        using Socket last = ip.Tcp();
        using Socket given = ip.Tcp();
        await last.ConnectAsync(local);
        Assert.Same(given, await SocketTaskExtensions.AcceptAsync(listener, given));
    });

    [Fact]
    public Task Bytes_are_sent_and_received_by_the_extensions() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] buffer = new byte[9];

        Assert.Equal(3, await SocketTaskExtensions.SendAsync(pair.Client, new ArraySegment<byte>(Abc), SocketFlags.None));
        Assert.Equal(3, await SocketTaskExtensions.SendAsync(pair.Client, (ReadOnlyMemory<byte>)Abc, SocketFlags.None, None));
        Assert.Equal(3, await SocketTaskExtensions.SendAsync(pair.Client, [new ArraySegment<byte>(Abc)], SocketFlags.None));
        await Expect.UntilAsync(() => pair.Server.Available == 9);

        Assert.Equal(2, await SocketTaskExtensions.ReceiveAsync(pair.Server, new ArraySegment<byte>(buffer, 0, 2), SocketFlags.None));
        Assert.Equal(3, await SocketTaskExtensions.ReceiveAsync(pair.Server, buffer.AsMemory(2, 3), SocketFlags.None, None));
        Assert.Equal(4, await SocketTaskExtensions.ReceiveAsync(pair.Server, [new ArraySegment<byte>(buffer, 5, 4)], SocketFlags.None));
        Assert.Equal("abcabcabc"u8, buffer);
    });

    [Fact]
    public Task Datagrams_are_sent_and_received_by_the_extensions() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        var buffer = new ArraySegment<byte>(new byte[9]);
        await SocketTaskExtensions.SendToAsync(sender, new ArraySegment<byte>(Abc), SocketFlags.None, receiver.LocalEndPoint!);
        await SocketTaskExtensions.SendToAsync(sender, new ArraySegment<byte>(Abc), SocketFlags.None, receiver.LocalEndPoint!);

        SocketReceiveFromResult datagram = await SocketTaskExtensions.ReceiveFromAsync(receiver, buffer, SocketFlags.None, ip.AnyLoopbackPort);
        SocketReceiveMessageFromResult message = await SocketTaskExtensions.ReceiveMessageFromAsync(receiver, buffer, SocketFlags.None, ip.AnyLoopbackPort);

        Assert.Equal((3, sender.LocalEndPoint), (datagram.ReceivedBytes, datagram.RemoteEndPoint));
        Assert.Equal((3, sender.LocalEndPoint), (message.ReceivedBytes, message.RemoteEndPoint));
    });

    [Fact]
    public Task Calls_on_a_closed_socket_say_so_in_every_overload() => TestBed.Run(async () =>
    {
        Socket closed = ip.BoundTcp();
        closed.Dispose();
        foreach (Func<Task> call in new Func<Task>[]
        {
            () => closed.ConnectAsync(ip.Loopback, 1, None).AsTask(),
            () => closed.ConnectAsync([ip.Loopback], 1, None).AsTask(),
            () => closed.ConnectAsync("localhost", 1, None).AsTask(),
            () => closed.AcceptAsync((Socket?)null, None).AsTask(),
            () => closed.DisconnectAsync(false, None).AsTask(),
            () => closed.SendAsync((ReadOnlyMemory<byte>)Abc, SocketFlags.None, None).AsTask(),
            () => closed.SendAsync([new ArraySegment<byte>(Abc)], SocketFlags.None),
            () => closed.ReceiveAsync([new ArraySegment<byte>(Abc)], SocketFlags.None),
            () => closed.ReceiveMessageFromAsync(Abc.AsMemory(), ip.AnyLoopbackPort, None).AsTask(),
            () => closed.SendToAsync((ReadOnlyMemory<byte>)Abc, SocketFlags.None, ip.Closed, None).AsTask(),
        })
        {
            await Expect.ThrowsAsync<ObjectDisposedException>(call);
        }
    });
}
