using System.Net.Sockets;

namespace SocketSuite;

public abstract class NonBlockingTests(IpFamily ip)
{
    [Fact]
    public Task A_receive_without_data_would_block() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Blocking = false;

        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => pair.Client.Receive(new byte[1])));
        Assert.True(pair.Client.Connected);
        Assert.False(pair.Client.Blocking);
    });

    [Fact]
    public Task A_receive_with_data_does_not_block() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Blocking = false;
        await pair.Server.SendAsync(new byte[3]);
        await Expect.UntilAsync(() => pair.Client.Available == 3);

        Assert.Equal(3, pair.Client.Receive(new byte[10]));
    });

    [Fact]
    public Task An_accept_without_a_connection_would_block() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();
        listener.Blocking = false;

        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => listener.Accept()));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_datagram_receive_would_block() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();
        socket.Blocking = false;

        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => socket.Receive(new byte[1])));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_send_takes_what_fits_and_then_would_block() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Blocking = false;
        byte[] bytes = new byte[100_000_000];

        Assert.InRange(pair.Client.Send(bytes), 1, bytes.Length - 1);
        await Expect.UntilAsync(() =>
        {
            pair.Client.Send(bytes, 0, bytes.Length, SocketFlags.None, out SocketError error);
            return error == SocketError.WouldBlock && !pair.Client.Poll(0, SelectMode.SelectWrite);
        });
        Assert.True(pair.Client.Connected);
    });

    [Fact]
    public Task A_connect_goes_on_in_the_background() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        client.Blocking = false;

        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => client.Connect(listener.LocalEndPoint!)));
        await Expect.UntilAsync(() => client.Poll(0, SelectMode.SelectWrite));

        Assert.True(client.Connected);
        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_refused_connect_in_the_background_shows_as_an_error() => TestBed.Run(async () =>
    {
        using Socket client = ip.Tcp();
        client.Blocking = false;

        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => client.Connect(ip.Closed)));
        await Expect.UntilAsync(() => client.Poll(0, SelectMode.SelectError));

        Assert.True(client.Poll(0, SelectMode.SelectWrite));
    });

    [Fact]
    public Task Asynchronous_calls_wait_on_a_non_blocking_socket_too() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Blocking = false;
        Task<int> receive = pair.Client.ReceiveAsync(new byte[1]);
        await pair.Server.SendAsync(new byte[1]);

        Assert.Equal(1, await receive);
    });
}
