using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class DisposalTests(IpFamily ip)
{
    [Fact]
    public Task A_receive_that_waits_is_aborted() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int> receive = pair.Client.ReceiveAsync(new byte[1]);
        pair.Client.Dispose();

        Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => receive));
    });

    [Fact]
    public Task Every_receive_that_waits_is_aborted() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int>[] receives = [.. Enumerable.Range(0, 3).Select(_ => pair.Client.ReceiveAsync(new byte[1]))];
        pair.Client.Dispose();

        foreach (Task<int> receive in receives)
        {
            Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => receive));
        }
    });

    [Fact]
    public Task Closing_under_a_receive_resets_the_peer() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int> receive = pair.Server.ReceiveAsync(new byte[1]);
        pair.Server.Dispose();
        await Expect.ErrorAsync(() => receive);

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[1])));
    });

    [Fact]
    public Task An_accept_that_waits_is_aborted() => TestBed.Run(async () =>
    {
        Socket listener = ip.Listener();
        Task<Socket> accept = listener.AcceptAsync();
        listener.Dispose();

        Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => accept));
    });

    [Fact]
    public Task A_send_that_waits_is_aborted() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int> send = pair.Client.SendAsync(new byte[50_000_000]);
        Assert.False(send.IsCompleted);
        pair.Client.Dispose();

        Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => send));
    });

    [Fact]
    public Task A_datagram_receive_that_waits_is_aborted() => TestBed.Run(async () =>
    {
        Socket socket = ip.BoundUdp();
        Task<SocketReceiveFromResult> receive = socket.ReceiveFromAsync(new byte[1], ip.AnyLoopbackPort);
        socket.Dispose();

        Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => receive));
    });

    [Fact]
    public Task Calls_on_a_closed_socket_say_so() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Socket socket = pair.Client;
        socket.Dispose();
        EndPoint endPoint = ip.AnyLoopbackPort;

        Assert.Throws<ObjectDisposedException>(() => socket.Send("x"u8));
        Assert.Throws<ObjectDisposedException>(() => socket.Receive(new byte[1]));
        Assert.Throws<ObjectDisposedException>(() => socket.SendTo("x"u8, endPoint));
        Assert.Throws<ObjectDisposedException>(() => socket.ReceiveFrom(new byte[1], ref endPoint));
        Assert.Throws<ObjectDisposedException>(() => socket.Shutdown(SocketShutdown.Both));
        Assert.Throws<ObjectDisposedException>(() => socket.Connect(ip.Closed));
        Assert.Throws<ObjectDisposedException>(() => socket.Bind(ip.AnyLoopbackPort));
        Assert.Throws<ObjectDisposedException>(socket.Listen);
        Assert.Throws<ObjectDisposedException>(() => socket.Accept());
        Assert.Throws<ObjectDisposedException>(() => socket.Poll(0, SelectMode.SelectRead));
        Assert.Throws<ObjectDisposedException>(() => socket.Disconnect(false));
    });

    [Fact]
    public Task Asynchronous_calls_on_a_closed_socket_say_so() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Socket socket = pair.Client;
        socket.Dispose();

        await Expect.ThrowsAsync<ObjectDisposedException>(() => socket.SendAsync(new byte[1]));
        await Expect.ThrowsAsync<ObjectDisposedException>(() => socket.ReceiveAsync(new byte[1]));
        await Expect.ThrowsAsync<ObjectDisposedException>(() => socket.ConnectAsync(ip.Closed));
        await Expect.ThrowsAsync<ObjectDisposedException>(() => socket.AcceptAsync());
        await Expect.ThrowsAsync<ObjectDisposedException>(() => socket.SendToAsync(new byte[1], ip.Closed));
        await Expect.ThrowsAsync<ObjectDisposedException>(() => socket.ReceiveFromAsync(new byte[1], ip.Closed));
    });

    [Fact]
    public Task Properties_of_a_closed_socket_say_so_where_they_ask_the_system() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Socket socket = pair.Client;
        socket.Dispose();

        Assert.Throws<ObjectDisposedException>(() => socket.LocalEndPoint);
        Assert.Throws<ObjectDisposedException>(() => socket.RemoteEndPoint);
        Assert.Throws<ObjectDisposedException>(() => socket.Available);
        Assert.Throws<ObjectDisposedException>(() => socket.NoDelay);
        Assert.Throws<ObjectDisposedException>(() => socket.LingerState);
        Assert.Throws<ObjectDisposedException>(() => socket.Blocking = false);
        Assert.False(socket.Connected);
        Assert.True(socket.IsBound);
        Assert.True(socket.Blocking);
        Assert.Equal(ip.Family, socket.AddressFamily);
    });

    [Fact]
    public Task A_blocking_receive_is_freed_by_a_close() => TestBed.RunBlocking(Both(
        pair => FreedBy(SocketError.ConnectionAborted, () => pair.Client.Receive(new byte[1])),
        pair => pair.Client.Dispose()));

    [Fact]
    public Task A_blocking_accept_is_freed_by_a_close() => TestBed.RunBlocking(Both(
        pair => FreedBy(SocketError.Interrupted, () => pair.Listener.Accept()),
        pair => pair.Listener.Dispose()));

    [Fact]
    public Task A_blocking_send_is_freed_by_a_close() => TestBed.RunBlocking(Both(
        pair => FreedBy(SocketError.ConnectionAborted, () => pair.Client.Send(new byte[50_000_000])),
        pair => pair.Client.Dispose()));

    /// <summary>A call ends with an error, or, on a machine so busy that the close came before the call, because the socket is closed.</summary>
    private static void FreedBy(SocketError error, Action call)
    {
        try
        {
            Assert.Equal(error, Expect.Error(call));
        }
        catch (ObjectDisposedException)
        {
        }
    }

    /// <summary>A program that waits, and one that acts 100 ms later.</summary>
    private Action[] Both(Action<Connection> wait, Action<Connection> act)
    {
        Connection? pair = null;
        return
        [
            () =>
            {
                Connection made = Connection.Make(ip);
                Volatile.Write(ref pair, made);
                wait(made);
            },
            () =>
            {
                using Socket pause = ip.BoundUdp();
                while (Volatile.Read(ref pair) is null)
                {
                    pause.Poll(1000, SelectMode.SelectRead);
                }

                pause.Poll(100_000, SelectMode.SelectRead);
                act(pair!);
            },
        ];
    }
}
