using System.Net.Sockets;

namespace SocketSuite;

public abstract class TimeoutTests(IpFamily ip)
{
    [Fact]
    public Task A_blocking_receive_times_out() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Client.ReceiveTimeout = 50;
        long start = TestBed.Time.GetTimestamp();

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => pair.Client.Receive(new byte[1])));
        Assert.True(TestBed.Time.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(49));
    });

    [Fact]
    public Task A_socket_is_usable_after_a_timeout() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Client.ReceiveTimeout = 20;
        Expect.Error(() => pair.Client.Receive(new byte[1]));
        Assert.True(pair.Client.Connected);
        pair.Server.Send("x"u8);
        pair.Client.ReceiveTimeout = 0;

        Assert.Equal(1, pair.Client.Receive(new byte[1]));
    });

    [Fact]
    public Task A_receive_that_gets_its_bytes_in_time_does_not_time_out() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Client.ReceiveTimeout = 10_000;
        pair.Server.Send("x"u8);

        Assert.Equal(1, pair.Client.Receive(new byte[1]));
    });

    [Fact]
    public Task A_blocking_receive_with_an_empty_buffer_times_out() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Client.ReceiveTimeout = 20;

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => pair.Client.Receive(Array.Empty<byte>())));
    });

    [Fact]
    public Task A_blocking_send_times_out() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Client.SendTimeout = 50;
        byte[] bytes = new byte[50_000_000];

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => pair.Client.Send(bytes)));
        Assert.True(pair.Client.Connected);
    });

    [Fact]
    public Task A_blocking_datagram_receive_times_out() => TestBed.RunBlocking(() =>
    {
        using Socket socket = ip.BoundUdp();
        socket.ReceiveTimeout = 20;

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => socket.Receive(new byte[1])));
        Assert.Equal(20, socket.ReceiveTimeout);
    });

    [Fact]
    public Task An_unbound_datagram_socket_waits_for_what_cannot_come() => TestBed.RunBlocking(() =>
    {
        using Socket socket = ip.Udp();
        socket.ReceiveTimeout = 20;

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => socket.Receive(new byte[1])));
    });

    [Fact]
    public Task Timeouts_do_not_bind_asynchronous_calls() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.ReceiveTimeout = 1;
        Task<int> receive = pair.Client.ReceiveAsync(new byte[1]);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TestBed.Time);
        Assert.False(receive.IsCompleted);
        await pair.Server.SendAsync(new byte[1]);

        Assert.Equal(1, await receive);
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(123, 123)]
    public Task Timeouts_are_kept(int value, int kept) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.ReceiveTimeout = value;
        socket.SendTimeout = value;

        Assert.Equal(kept, socket.ReceiveTimeout);
        Assert.Equal(kept, socket.SendTimeout);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Timeouts_below_minus_one_are_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Throws<ArgumentOutOfRangeException>(() => socket.ReceiveTimeout = -2);
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.SendTimeout = -2);
        return Task.CompletedTask;
    });
}
