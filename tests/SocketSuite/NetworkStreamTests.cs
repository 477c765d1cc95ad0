using System.Net.Sockets;
using System.Text;

namespace SocketSuite;

public abstract class NetworkStreamTests(IpFamily ip)
{
    [Fact]
    public Task What_is_written_is_read() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var writer = new NetworkStream(pair.Client);
        using var reader = new NetworkStream(pair.Server);
        await writer.WriteAsync(Sockets.Text("hello"));
        byte[] buffer = new byte[5];
        await reader.ReadExactlyAsync(buffer);

        Assert.Equal("hello"u8, buffer);
    });

    [Fact]
    public Task What_is_written_is_read_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        using var writer = new NetworkStream(pair.Client);
        using var reader = new NetworkStream(pair.Server);
        writer.Write("hello"u8);
        writer.WriteByte((byte)'!');
        byte[] buffer = new byte[5];
        reader.ReadExactly(buffer);

        Assert.Equal("hello"u8, buffer);
        Assert.Equal('!', reader.ReadByte());
        pair.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal(-1, reader.ReadByte());
    });

    [Fact]
    public Task Lines_go_through_readers_and_writers() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var writer = new StreamWriter(new NetworkStream(pair.Client), Encoding.UTF8) { AutoFlush = true };
        using var reader = new StreamReader(new NetworkStream(pair.Server), Encoding.UTF8);
        await writer.WriteLineAsync("first");
        await writer.WriteLineAsync("second");

        Assert.Equal("first", await reader.ReadLineAsync());
        Assert.Equal("second", await reader.ReadLineAsync());
    });

    [Fact]
    public Task The_end_reads_as_zero() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);
        pair.Server.Close();

        Assert.Equal(0, await stream.ReadAsync(new byte[1]));
    });

    [Fact]
    public Task Data_available_tells_whether_a_read_would_wait() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);
        Assert.False(stream.DataAvailable);
        await pair.Server.SendAsync(new byte[1]);

        await Expect.UntilAsync(() => stream.DataAvailable);
    });

    [Fact]
    public Task A_stream_that_owns_its_socket_closes_it() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        new NetworkStream(pair.Client, ownsSocket: true).Dispose();

        Assert.Throws<ObjectDisposedException>(() => pair.Client.Send(new byte[1]));
        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task A_stream_that_does_not_own_its_socket_leaves_it() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        new NetworkStream(pair.Client).Dispose();

        Assert.Equal(1, await pair.Client.SendAsync(new byte[1]));
    });

    [Fact]
    public Task A_read_that_waits_is_ended_by_a_close() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        var stream = new NetworkStream(pair.Client, ownsSocket: true);
        Task<int> read = stream.ReadAsync(new byte[1]).AsTask();
        stream.Dispose();

        // Dispose shuts the socket down and then closes it. Which of them a read hears of first is a race on the operating system.
        try
        {
            Assert.Equal(0, await read);
        }
        catch (IOException exception)
        {
            Assert.Equal(SocketError.OperationAborted, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
        }

        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task Errors_are_wrapped() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);
        await pair.ResetByServerAsync();

        IOException read = await Expect.ThrowsAsync<IOException>(() => stream.ReadAsync(new byte[1]).AsTask());
        IOException write = await Expect.ThrowsAsync<IOException>(() => stream.WriteAsync(new byte[1]).AsTask());

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(read.InnerException).SocketErrorCode);
        Assert.Equal(SocketError.Shutdown, Assert.IsType<SocketException>(write.InnerException).SocketErrorCode);
    });

    [Fact]
    public Task A_blocking_read_times_out() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        using var stream = new NetworkStream(pair.Client) { ReadTimeout = 30 };

        IOException exception = Assert.Throws<IOException>(() => stream.Read(new byte[1]));
        Assert.Equal(SocketError.TimedOut, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
        Assert.Equal(30, pair.Client.ReceiveTimeout);
    });

    [Fact]
    public Task Timeouts_are_infinite_at_first() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);

        Assert.True(stream.CanTimeout);
        Assert.Equal(Timeout.Infinite, stream.ReadTimeout);
        Assert.Equal(Timeout.Infinite, stream.WriteTimeout);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.ReadTimeout = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.WriteTimeout = -2);
    });

    [Fact]
    public Task A_stream_cannot_seek() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);

        Assert.False(stream.CanSeek);
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        stream.Flush();
    });

    [Fact]
    public Task Access_is_held() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var reader = new NetworkStream(pair.Client, FileAccess.Read);
        using var writer = new NetworkStream(pair.Client, FileAccess.Write);

        Assert.False(reader.CanWrite);
        Assert.False(writer.CanRead);
        Assert.Throws<InvalidOperationException>(() => reader.Write("x"u8));
        Assert.Throws<InvalidOperationException>(() => writer.Read(new byte[1]));
    });

    [Fact]
    public Task Only_a_connected_blocking_stream_socket_will_do() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using Socket unconnected = ip.Tcp();
        using Socket datagram = ip.Udp();
        datagram.Connect(ip.Closed);
        pair.Client.Blocking = false;

        Assert.Throws<ArgumentNullException>(() => new NetworkStream(null!));
        Assert.Throws<IOException>(() => new NetworkStream(unconnected));
        Assert.Throws<IOException>(() => new NetworkStream(datagram));
        Assert.Throws<IOException>(() => new NetworkStream(pair.Client));
    });

    [Fact]
    public Task A_closed_stream_says_so() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        var stream = new NetworkStream(pair.Client, ownsSocket: true);
        await stream.DisposeAsync();

        Assert.False(stream.CanRead);
        Assert.False(stream.CanWrite);
        Assert.Throws<ObjectDisposedException>(() => stream.Read(new byte[1]));
        Assert.Throws<ObjectDisposedException>(() => stream.Write("x"u8));
        Assert.Throws<ObjectDisposedException>(() => stream.DataAvailable);
    });
}
