using System.Net.Sockets;

namespace SocketSuite;

public abstract class CloseTests(IpFamily ip)
{
    // Proves RFC 9293 MUST-12.
    [Fact]
    public Task The_peer_reads_the_end_after_close() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Server.SendAsync(Sockets.Text("bye"));
        pair.Server.Close();

        Assert.Equal("bye", await Sockets.ReceiveTextAsync(pair.Client, 3));
        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[1]));
        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[1]));
        Assert.True(pair.Client.Connected);
    });

    [Fact]
    public Task All_that_was_sent_arrives_after_close() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] bytes = Sockets.Pattern(3_000_000);
        Task<byte[]> receive = Sockets.ReceiveAllAsync(pair.Client, bytes.Length + 1);
        await pair.Server.SendAsync(bytes.AsMemory());
        pair.Server.Close();

        Assert.Equal(bytes, await receive);
    });

    // Proves RFC 9293 MUST-12.
    [Fact]
    public Task Closing_with_unread_bytes_resets_the_peer() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("never read"));
        await Expect.UntilAsync(() => pair.Server.Available > 0);
        pair.Server.Close();

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[1])));
    });

    [Fact]
    public Task Closing_with_a_timeout_of_zero_resets_the_peer() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.Close(0);

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[1])));
    });

    [Fact]
    public Task Closing_with_a_linger_time_of_zero_resets_the_peer() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.ResetByServerAsync();

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[1])));
        Assert.False(pair.Client.Connected);
    });

    [Fact]
    public Task Closing_with_a_linger_time_delivers_what_was_sent() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Server.Send("bye"u8);
        pair.Server.LingerState = new LingerOption(true, 5);
        pair.Server.Close();
        byte[] buffer = new byte[10];

        Assert.Equal(3, pair.Client.Receive(buffer));
        Assert.Equal(0, pair.Client.Receive(buffer));
    });

    [Fact]
    public Task A_reset_is_reported_once_and_then_the_end() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.ResetByServerAsync();

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[1])));
        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task A_reset_fails_a_send_and_the_next_finds_the_connection_shut() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.ResetByServerAsync();

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.SendAsync(new byte[1])));
        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => pair.Client.SendAsync(new byte[1])));
    });

    [Fact]
    public Task A_reset_fails_a_receive_that_waits() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int> receive = pair.Client.ReceiveAsync(new byte[1]);
        pair.Server.LingerState = new LingerOption(true, 0);
        pair.Server.Close();

        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => receive));
    });

    [Fact]
    public Task What_came_before_a_reset_can_be_read() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Server.SendAsync(Sockets.Text("last"));
        await Expect.UntilAsync(() => pair.Client.Available == 4);
        await pair.ResetByServerAsync();

        Assert.Equal(4, await pair.Client.ReceiveAsync(new byte[10]));
        Assert.Equal(SocketError.ConnectionReset, await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[10])));
    });

    [Fact]
    public Task Sending_to_a_closed_peer_fails_once_its_reset_has_come() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.Close();
        await Expect.UntilAsync(() => Sockets.IsReadable(pair.Client));
        Assert.Equal(1, await pair.Client.SendAsync(new byte[1]));
        await Expect.UntilAsync(() => pair.Client.Poll(0, SelectMode.SelectError));

        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => pair.Client.SendAsync(new byte[1])));
        Assert.False(pair.Client.Connected);
    });

    [Fact]
    public Task The_peers_address_is_gone_after_a_reset_unless_it_was_asked_for() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.ResetByServerAsync();
        await Expect.ErrorAsync(() => pair.Client.ReceiveAsync(new byte[1]));

        Assert.Null(pair.Client.RemoteEndPoint);
        Assert.NotNull(pair.Client.LocalEndPoint);
    });

    [Fact]
    public Task Disconnect_ends_the_stream_for_the_peer() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Disconnect(false);

        Assert.False(pair.Client.Connected);
        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1]));
        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[1]));
        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => pair.Client.SendAsync(new byte[1])));
    });

    [Fact]
    public Task A_disconnected_socket_cannot_connect_again() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Client.Disconnect(true);

        Assert.Throws<InvalidOperationException>(() => pair.Client.Connect(pair.Listener.LocalEndPoint!));
    });

    [Fact]
    public Task An_unconnected_socket_cannot_disconnect() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.NotConnected, Expect.Error(() => socket.Disconnect(false)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Closing_twice_is_harmless() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Close();
        pair.Client.Close();
        pair.Client.Dispose();

        Assert.False(pair.Client.Connected);
    });
}
