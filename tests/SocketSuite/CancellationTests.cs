using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class CancellationTests(IpFamily ip)
{
    [Fact]
    public Task A_receive_is_cancelled_and_the_socket_stays_usable() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var source = new CancellationTokenSource();
        Task<int> receive = pair.Client.ReceiveAsync(new byte[1].AsMemory(), source.Token).AsTask();

        source.Cancel();

        OperationCanceledException exception = await Expect.ThrowsAsync<OperationCanceledException>(() => receive);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.True(pair.Client.Connected);
        await pair.Server.SendAsync(Sockets.Text("x"));
        Assert.Equal("x", await Sockets.ReceiveTextAsync(pair.Client, 1));
    });

    [Fact]
    public Task A_cancelled_receive_takes_no_bytes_from_the_next() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var source = new CancellationTokenSource();
        byte[] buffer = new byte[2];
        Task<int> first = pair.Client.ReceiveAsync(new byte[2].AsMemory(), source.Token).AsTask();
        Task<int> second = pair.Client.ReceiveAsync(buffer.AsMemory()).AsTask();
        source.Cancel();
        await Expect.ThrowsAsync<OperationCanceledException>(() => first);

        await pair.Server.SendAsync(Sockets.Text("ab"));

        Assert.Equal(2, await second);
        Assert.Equal("ab"u8, buffer);
    });

    [Fact]
    public Task A_token_that_is_cancelled_already_ends_every_call() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using Socket datagram = ip.BoundUdp();
        using Socket unconnected = ip.Tcp();
        var cancelled = new CancellationToken(canceled: true);

        await Expect.ThrowsAsync<TaskCanceledException>(() => pair.Client.ReceiveAsync(new byte[1].AsMemory(), cancelled).AsTask());
        await Expect.ThrowsAsync<TaskCanceledException>(() => pair.Client.SendAsync(new byte[1].AsMemory(), cancelled).AsTask());
        await Expect.ThrowsAsync<TaskCanceledException>(() => pair.Listener.AcceptAsync(cancelled).AsTask());
        await Expect.ThrowsAsync<TaskCanceledException>(() => unconnected.ConnectAsync(ip.Closed, cancelled).AsTask());
        await Expect.ThrowsAsync<TaskCanceledException>(
            () => datagram.ReceiveFromAsync(new byte[1].AsMemory(), SocketFlags.None, ip.AnyLoopbackPort, cancelled).AsTask());
        await Expect.ThrowsAsync<TaskCanceledException>(
            () => datagram.SendToAsync(new byte[1].AsMemory(), SocketFlags.None, ip.Closed, cancelled).AsTask());
    });

    [Fact]
    public Task An_accept_is_cancelled_and_the_listener_stays_usable() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using var source = new CancellationTokenSource();
        Task<Socket> accept = listener.AcceptAsync(source.Token).AsTask();
        source.Cancel();

        OperationCanceledException exception = await Expect.ThrowsAsync<OperationCanceledException>(() => accept);

        Assert.Equal(source.Token, exception.CancellationToken);
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);
        using Socket server = await listener.AcceptAsync();
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    });

    [Fact]
    public Task A_send_is_cancelled_while_it_waits_for_room() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var source = new CancellationTokenSource();
        Task<int> send = pair.Client.SendAsync(new byte[50_000_000].AsMemory(), source.Token).AsTask();
        Assert.False(send.IsCompleted);
        source.Cancel();

        await Expect.ThrowsAsync<OperationCanceledException>(() => send);
        Assert.True(pair.Client.Connected);
    });

    [Fact]
    public Task A_datagram_receive_is_cancelled_and_the_socket_stays_usable() => TestBed.Run(async () =>
    {
        using Socket socket = ip.BoundUdp();
        using var source = new CancellationTokenSource();
        Task<SocketReceiveFromResult> receive =
            socket.ReceiveFromAsync(new byte[1].AsMemory(), SocketFlags.None, ip.AnyLoopbackPort, source.Token).AsTask();
        source.Cancel();
        await Expect.ThrowsAsync<OperationCanceledException>(() => receive);

        await socket.SendToAsync(Sockets.Text("x"), socket.LocalEndPoint!);
        EndPoint sender = (await socket.ReceiveFromAsync(new byte[1].AsMemory(), ip.AnyLoopbackPort)).RemoteEndPoint;

        Assert.Equal(socket.LocalEndPoint, sender);
    });

    [Fact]
    public Task A_cancellation_by_time_ends_a_receive() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(30), TestBed.Time);

        await Expect.ThrowsAsync<OperationCanceledException>(() => pair.Client.ReceiveAsync(new byte[1].AsMemory(), source.Token).AsTask());
    });

    [Fact]
    public Task A_cancellation_after_the_end_changes_nothing() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var source = new CancellationTokenSource();
        await pair.Server.SendAsync(Sockets.Text("x"));

        Assert.Equal(1, await pair.Client.ReceiveAsync(new byte[1].AsMemory(), source.Token));
        source.Cancel();

        Assert.True(pair.Client.Connected);
    });

    [Fact]
    public Task A_stream_read_is_cancelled() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);
        using var source = new CancellationTokenSource();
        Task<int> read = stream.ReadAsync(new byte[1], source.Token).AsTask();
        source.Cancel();

        await Expect.ThrowsAsync<OperationCanceledException>(() => read);
        Assert.True(stream.CanRead);
    });
}
