using System.Net.Sockets;

namespace SocketSuite;

public abstract class HalfCloseTests(IpFamily ip)
{
    [Fact]
    public Task The_peer_reads_the_end_and_can_still_send() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("request"));
        pair.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal("request", await Sockets.ReceiveTextAsync(pair.Server, 100));
        await pair.Server.SendAsync(Sockets.Text("answer"));
        pair.Server.Shutdown(SocketShutdown.Send);
        Assert.Equal("answer", await Sockets.ReceiveTextAsync(pair.Client, 100));
    });

    [Fact]
    public Task Nothing_can_be_sent_after_shutdown_of_send() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal(SocketError.Shutdown, Expect.Error(() => pair.Client.Send(new byte[1])));
        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => pair.Client.SendAsync(new byte[1])));
    });

    [Fact]
    public Task A_socket_counts_as_disconnected_after_any_shutdown() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Shutdown(SocketShutdown.Send);
        pair.Server.Shutdown(SocketShutdown.Receive);

        Assert.False(pair.Client.Connected);
        Assert.False(pair.Server.Connected);
    });

    [Fact]
    public Task Shutdown_of_receive_ends_reading() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Shutdown(SocketShutdown.Receive);

        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task What_arrives_after_shutdown_of_receive_can_still_be_read() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Shutdown(SocketShutdown.Receive);
        await pair.Server.SendAsync(Sockets.Text("late"));
        await Expect.UntilAsync(() => pair.Client.Available == 4);

        Assert.Equal(4, await pair.Client.ReceiveAsync(new byte[10]));
        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[10]));
    });

    [Theory]
    [InlineData(SocketShutdown.Receive)]
    [InlineData(SocketShutdown.Both)]
    public Task Shutdown_ends_a_receive_that_waits(SocketShutdown how) => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int> receive = pair.Client.ReceiveAsync(new byte[1]);
        pair.Client.Shutdown(how);

        Assert.Equal(0, await receive);
    });

    [Fact]
    public Task Shutdown_may_be_repeated() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Shutdown(SocketShutdown.Send);
        pair.Client.Shutdown(SocketShutdown.Send);
        pair.Client.Shutdown(SocketShutdown.Both);

        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task Only_a_connected_socket_can_be_shut_down() => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagram = ip.BoundUdp();

        Assert.Equal(SocketError.NotConnected, Expect.Error(() => stream.Shutdown(SocketShutdown.Both)));
        Assert.Equal(SocketError.NotConnected, Expect.Error(() => datagram.Shutdown(SocketShutdown.Both)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_shutdown_of_no_known_kind_is_refused() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => pair.Client.Shutdown((SocketShutdown)7)));
    });

    [Fact]
    public Task The_send_buffer_is_delivered_before_the_end() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] bytes = Sockets.Pattern(500_000);
        Task<byte[]> receive = Sockets.ReceiveAllAsync(pair.Server, bytes.Length + 1);
        await pair.Client.SendAsync(bytes.AsMemory());
        pair.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal(bytes, await receive);
    });
}
