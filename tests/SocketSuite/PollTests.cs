using System.Net.Sockets;

namespace SocketSuite;

public abstract class PollTests(IpFamily ip)
{
    [Fact]
    public Task A_connected_stream_is_writable_only() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.False(pair.Client.Poll(0, SelectMode.SelectRead));
        Assert.True(pair.Client.Poll(0, SelectMode.SelectWrite));
        Assert.False(pair.Client.Poll(0, SelectMode.SelectError));
    });

    [Fact]
    public Task An_unconnected_stream_counts_as_hung_up() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.True(socket.Poll(0, SelectMode.SelectRead));
        Assert.True(socket.Poll(0, SelectMode.SelectWrite));
        Assert.False(socket.Poll(0, SelectMode.SelectError));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_listener_is_readable_when_a_connection_waits() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        Assert.False(listener.Poll(0, SelectMode.SelectRead));
        Assert.False(listener.Poll(0, SelectMode.SelectWrite));
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);

        await Expect.UntilAsync(() => listener.Poll(0, SelectMode.SelectRead));
    });

    [Fact]
    public Task The_end_of_a_stream_is_readable() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.Close();

        await Expect.UntilAsync(() => pair.Client.Poll(0, SelectMode.SelectRead));
        Assert.Equal(0, pair.Client.Available);
        Assert.Equal(0, pair.Client.Receive(new byte[1]));
    });

    [Fact]
    public Task A_blocking_poll_waits_for_data() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Server.Send("x"u8);

        Assert.True(pair.Client.Poll(-1, SelectMode.SelectRead));
        Assert.Equal(1, pair.Client.Available);
    });

    [Fact]
    public Task A_blocking_poll_ends_when_its_time_is_up() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);

        Assert.False(pair.Client.Poll(5000, SelectMode.SelectRead));
        Assert.False(pair.Client.Poll(TimeSpan.FromMilliseconds(5), SelectMode.SelectRead));
    });

    [Fact]
    public Task Select_leaves_those_that_are_ready() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Server.Send("x"u8);
        List<Socket> read = [pair.Listener, pair.Client, pair.Server];
        List<Socket> write = [pair.Client];
        pair.Client.Poll(-1, SelectMode.SelectRead);

        Socket.Select(read, write, null, 1_000_000);

        Assert.Equal([pair.Client], read);
        Assert.Equal([pair.Client], write);
    });

    [Fact]
    public Task Select_waits_for_the_first() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Server.Send("x"u8);
        List<Socket> read = [pair.Listener, pair.Client];

        Socket.Select(read, null, null, -1);

        Assert.Equal([pair.Client], read);
    });

    [Fact]
    public Task Select_ends_when_its_time_is_up() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        List<Socket> read = [pair.Listener, pair.Client, pair.Server];

        Socket.Select(read, null, null, 5000);

        Assert.Empty(read);
    });

    [Fact]
    public Task Select_needs_a_socket() => TestBed.RunBlocking(() =>
    {
        Assert.Throws<ArgumentNullException>(() => Socket.Select(null, null, null, 1000));
        Assert.Throws<ArgumentNullException>(() => Socket.Select(new List<Socket>(), null, null, 1000));
    });
}
