using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class BeginEndTests(IpFamily ip)
{
    [Fact]
    public Task A_connection_is_made() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        Task<IAsyncResult> accept = Operations.Begin(listener.BeginAccept);
        IAsyncResult connected = await Operations.Begin((callback, state) => client.BeginConnect(listener.LocalEndPoint!, callback, state));
        client.EndConnect(connected);
        using Socket server = listener.EndAccept(await accept);

        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    });

    [Fact]
    public Task A_connection_is_made_to_an_address_addresses_or_a_name() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        using Socket first = ip.Tcp();
        using Socket second = ip.Tcp();
        using Socket third = ip.Tcp();
        first.EndConnect(await Operations.Begin((callback, state) => first.BeginConnect(ip.Loopback, port, callback, state)));
        second.EndConnect(await Operations.Begin((callback, state) => second.BeginConnect([ip.Loopback], port, callback, state)));
        third.EndConnect(await Operations.Begin((callback, state) => third.BeginConnect(ip.Loopback.ToString(), port, callback, state)));

        Assert.All([first, second, third], socket => Assert.Equal(listener.LocalEndPoint, socket.RemoteEndPoint));
    });

    [Fact]
    public Task The_state_comes_with_the_result() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        object state = new();
        var ended = new TaskCompletionSource<IAsyncResult>();
        IAsyncResult begun = pair.Client.BeginReceive(new byte[1], 0, 1, SocketFlags.None, ended.SetResult, state);
        Assert.False(begun.IsCompleted);
        Assert.False(begun.CompletedSynchronously);
        Assert.Same(state, begun.AsyncState);
        await pair.Server.SendAsync(new byte[1]);
        IAsyncResult result = await ended.Task;

        Assert.Same(begun, result);
        Assert.True(result.IsCompleted);
        Assert.False(result.CompletedSynchronously);
        Assert.Equal(1, pair.Client.EndReceive(result));
    });

    [Fact]
    public Task What_can_be_done_at_once_calls_back_from_inside() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        IAsyncResult? told = null;
        IAsyncResult result = pair.Client.BeginSend(new byte[2], 0, 2, SocketFlags.None, ended => told = ended, null);

        Assert.Same(result, told);
        Assert.True(result.CompletedSynchronously);
        Assert.Equal(2, pair.Client.EndSend(result));
    });

    [Fact]
    public Task Bytes_are_sent_and_received() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] buffer = new byte[10];
        Task<IAsyncResult> receive = Operations.Begin((callback, state) => pair.Server.BeginReceive(buffer, 2, 8, SocketFlags.None, callback, state));
        pair.Client.EndSend(await Operations.Begin((callback, state) => pair.Client.BeginSend([1, 2, 3], 1, 2, SocketFlags.None, callback, state)));

        Assert.Equal(2, pair.Server.EndReceive(await receive));
        Assert.Equal([0, 0, 2, 3, 0], buffer[..5]);
    });

    [Fact]
    public Task Lists_of_buffers_are_sent_and_received() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] first = new byte[1], second = new byte[5];
        Task<IAsyncResult> receive = Operations.Begin(
            (callback, state) => pair.Server.BeginReceive([first, second], SocketFlags.None, callback, state));
        pair.Client.EndSend(await Operations.Begin(
            (callback, state) => pair.Client.BeginSend([new byte[] { 1, 2 }, new byte[] { 3 }], SocketFlags.None, callback, state)));

        Assert.Equal(3, pair.Server.EndReceive(await receive));
        Assert.Equal([1], first);
        Assert.Equal([2, 3, 0, 0, 0], second);
    });

    [Fact]
    public Task A_call_that_fails_at_once_has_no_result_where_the_error_is_asked_for() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Null(socket.BeginSend(new byte[1], 0, 1, SocketFlags.None, out SocketError error, null, null));
        Assert.Equal(SocketError.Shutdown, error);
        Assert.Null(socket.BeginReceive(new byte[1], 0, 1, SocketFlags.None, out error, null, null));
        Assert.Equal(SocketError.NotConnected, error);
        Assert.Null(socket.BeginSend([new byte[1]], SocketFlags.None, out error, null, null));
        Assert.Equal(SocketError.Shutdown, error);
        Assert.Null(socket.BeginReceive([new byte[1]], SocketFlags.None, out error, null, null));
        Assert.Equal(SocketError.NotConnected, error);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_call_that_fails_at_once_fails_at_its_end() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        IAsyncResult send = socket.BeginSend(new byte[1], 0, 1, SocketFlags.None, null, null);
        IAsyncResult receive = socket.BeginReceive(new byte[1], 0, 1, SocketFlags.None, null, null);

        Assert.Equal(SocketError.Shutdown, Expect.Error(() => socket.EndSend(send)));
        Assert.Equal(SocketError.NotConnected, Expect.Error(() => socket.EndReceive(receive)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_end_may_give_the_error_instead() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<IAsyncResult> receive = Operations.Begin((callback, state) => pair.Client.BeginReceive(new byte[1], 0, 1, SocketFlags.None, callback, state));
        pair.Server.LingerState = new LingerOption(true, 0);
        pair.Server.Close();

        Assert.Equal(0, pair.Client.EndReceive(await receive, out SocketError error));
        Assert.Equal(SocketError.ConnectionReset, error);
        IAsyncResult send = pair.Client.BeginSend(new byte[1], 0, 1, SocketFlags.None, null, null);
        Assert.Equal(0, pair.Client.EndSend(send, out error));
        Assert.Equal(SocketError.Shutdown, error);
    });

    [Fact]
    public Task The_end_gives_success_too() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        IAsyncResult send = pair.Client.BeginSend(new byte[4], 0, 4, SocketFlags.None, out SocketError begun, null, null)!;
        Assert.Equal(SocketError.Success, begun);

        Assert.Equal(4, pair.Client.EndSend(send, out SocketError error));
        Assert.Equal(SocketError.Success, error);
    });

    [Fact]
    public Task A_refused_connect_fails_at_its_end() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();
        IAsyncResult result = await Operations.Begin((callback, state) => client.BeginConnect(ip.Closed, callback, state));

        Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => client.EndConnect(result)));
    });

    [Fact]
    public Task A_close_aborts_what_was_begun() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<IAsyncResult> receive = Operations.Begin((callback, state) => pair.Client.BeginReceive(new byte[1], 0, 1, SocketFlags.None, callback, state));
        Task<IAsyncResult> accept = Operations.Begin(pair.Listener.BeginAccept);
        pair.Client.Dispose();
        pair.Listener.Dispose();
        IAsyncResult received = await receive;
        IAsyncResult accepted = await accept;

        Assert.Equal(SocketError.OperationAborted, Expect.Error(() => pair.Client.EndReceive(received)));
        Assert.Equal(SocketError.OperationAborted, Expect.Error(() => pair.Listener.EndAccept(accepted)));
    });

    [Fact]
    public Task A_disconnect_ends_the_connection() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.EndDisconnect(await Operations.Begin((callback, state) => pair.Client.BeginDisconnect(false, callback, state)));

        Assert.False(pair.Client.Connected);
        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task An_accept_may_take_the_first_bytes_too() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        Task<IAsyncResult> accept = Operations.Begin((callback, state) => listener.BeginAccept(10, callback, state));
        await client.ConnectAsync(listener.LocalEndPoint!);
        await client.SendAsync(new byte[] { 1, 2, 3 });
        using Socket server = listener.EndAccept(out byte[] buffer, out int received, await accept);

        Assert.Equal(3, received);
        Assert.Equal([1, 2, 3], buffer[..received]);
        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    });

    [Fact]
    public Task An_accept_into_a_socket_gives_the_bytes_alone() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        using Socket own = ip.Tcp();
        Task<IAsyncResult> accept = Operations.Begin((callback, state) => listener.BeginAccept(own, 10, callback, state));
        await client.ConnectAsync(listener.LocalEndPoint!);
        await client.SendAsync(new byte[] { 1, 2, 3 });

        Assert.Same(own, listener.EndAccept(out byte[] buffer, await accept));
        Assert.Equal([1, 2, 3], buffer);
    });

    [Fact]
    public Task An_accept_of_no_bytes_waits_for_none() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        Task<IAsyncResult> accept = Operations.Begin((callback, state) => listener.BeginAccept(0, callback, state));
        await client.ConnectAsync(listener.LocalEndPoint!);
        using Socket server = listener.EndAccept(out byte[] buffer, await accept);

        Assert.Empty(buffer);
    });

    [Fact]
    public Task A_negative_size_fails_at_the_end() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        IAsyncResult result = await Operations.Begin((callback, state) => listener.BeginAccept(-1, callback, state));

        Assert.Equal("receiveSize", Expect.BadArgument<ArgumentOutOfRangeException>(() => listener.EndAccept(out _, result)));
    });

    [Fact]
    public Task A_blocking_program_waits_at_the_end() => TestBed.RunBlocking(() =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        IAsyncResult accept = listener.BeginAccept(null, null);
        IAsyncResult connect = client.BeginConnect(listener.LocalEndPoint!, null, null);
        client.EndConnect(connect);
        using Socket server = listener.EndAccept(accept);
        IAsyncResult receive = server.BeginReceive(new byte[5], 0, 5, SocketFlags.None, null, null);
        client.EndSend(client.BeginSend(new byte[3], 0, 3, SocketFlags.None, null, null));

        Assert.Equal(3, server.EndReceive(receive));
    });

    [Fact]
    public Task A_blocking_program_may_wait_for_the_handle() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        IAsyncResult receive = pair.Server.BeginReceive(new byte[5], 0, 5, SocketFlags.None, null, null);
        pair.Client.Send("abc"u8);
        receive.AsyncWaitHandle.WaitOne();

        Assert.True(receive.IsCompleted);
        Assert.Equal(3, pair.Server.EndReceive(receive, out SocketError error));
        Assert.Equal(SocketError.Success, error);
    });

    [Fact]
    public Task A_result_of_another_kind_is_refused() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        IAsyncResult send = pair.Client.BeginSend(new byte[1], 0, 1, SocketFlags.None, null, null);

        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentException>(() => pair.Listener.EndAccept(send)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentException>(() => pair.Client.EndReceive(Task.CompletedTask)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentNullException>(() => pair.Client.EndReceive(null!)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentNullException>(() => pair.Client.EndSend(null!)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentNullException>(() => pair.Client.EndConnect(null!)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentNullException>(() => pair.Client.EndDisconnect(null!)));
    });

    [Fact]
    public Task Bad_buffers_are_named() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Socket socket = pair.Client;

        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.BeginSend((byte[])null!, 0, 0, SocketFlags.None, null, null)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.BeginReceive((byte[])null!, 0, 0, SocketFlags.None, null, null)));
        Assert.Equal("offset", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.BeginSend(new byte[1], 2, 0, SocketFlags.None, null, null)));
        Assert.Equal("size", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.BeginSend(new byte[1], 0, 2, SocketFlags.None, null, null)));
        Assert.Equal("offset", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.BeginReceive(new byte[1], -1, 0, SocketFlags.None, null, null)));
        Assert.Equal("size", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.BeginReceive(new byte[1], 1, 1, SocketFlags.None, null, null)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentNullException>(() => socket.BeginSend((IList<ArraySegment<byte>>)null!, SocketFlags.None, null, null)));
        Assert.Equal("buffers", Expect.BadArgument<ArgumentException>(() => socket.BeginReceive([], SocketFlags.None, null, null)));
    });

    [Fact]
    public Task Calls_on_a_closed_socket_say_so() => TestBed.Run(() =>
    {
        Socket socket = ip.Tcp();
        socket.Dispose();
        EndPoint from = ip.AnyLoopbackPort;

        Assert.Throws<ObjectDisposedException>(() => socket.BeginAccept(null, null));
        Assert.Throws<ObjectDisposedException>(() => socket.BeginConnect(ip.Closed, null, null));
        Assert.Throws<ObjectDisposedException>(() => socket.BeginReceive(new byte[1], 0, 1, SocketFlags.None, null, null));
        Assert.Throws<ObjectDisposedException>(() => socket.BeginReceiveFrom(new byte[1], 0, 1, SocketFlags.None, ref from, null, null));
        Assert.Throws<ObjectDisposedException>(() => socket.BeginSend(new byte[1], 0, 1, SocketFlags.None, null, null));
        Assert.Throws<ObjectDisposedException>(() => socket.BeginSendTo(new byte[1], 0, 1, SocketFlags.None, from, null, null));
        Assert.Throws<ObjectDisposedException>(() => socket.BeginDisconnect(false, null, null));
        return Task.CompletedTask;
    });
}
