using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocketSuite;

/// <summary>The overloads of blocking calls that other tests have no need of: each does what its longest form does.</summary>
public abstract class OverloadTests(IpFamily ip)
{
    private static readonly byte[] Abc = "abc"u8.ToArray();

    [Fact]
    public Task Arrays_and_spans_are_sent_and_received_with_flags() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        byte[] buffer = new byte[3];

        Assert.Equal(3, pair.Client.Send(Abc, SocketFlags.None));
        Wait(pair.Server, 3);
        Assert.Equal(3, pair.Server.Receive(buffer, SocketFlags.Peek));
        Assert.Equal(Abc, buffer);
        Assert.Equal(3, pair.Server.Receive(buffer.AsSpan(), SocketFlags.Peek));
        Assert.Equal(2, pair.Server.Receive(buffer.AsSpan(0, 2)));
        Assert.Equal(1, pair.Server.Receive(buffer, SocketFlags.None));
        Assert.Equal((byte)'c', buffer[0]);
    });

    [Fact]
    public Task Lists_of_buffers_are_sent_and_received_with_flags() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        byte[] buffer = new byte[6];
        List<ArraySegment<byte>> parts = [new(Abc, 0, 1), new(Abc, 1, 2)];
        List<ArraySegment<byte>> room = [new(buffer, 0, 2), new(buffer, 2, 4)];

        Assert.Equal(3, pair.Client.Send(parts, SocketFlags.None));
        Wait(pair.Server, 3);
        Assert.Equal(3, pair.Server.Receive(room, SocketFlags.Peek));
        Assert.Equal("abc"u8, buffer.AsSpan(0, 3));
        Assert.Equal(3, pair.Client.Send(parts, SocketFlags.None, out SocketError sent));
        Wait(pair.Server, 6);
        Assert.Equal(6, pair.Server.Receive(room, SocketFlags.None, out SocketError received));
        Assert.Equal("abcabc"u8, buffer);
        Assert.Equal((SocketError.Success, SocketError.Success), (sent, received));
    });

    [Fact]
    public Task Lists_of_buffers_give_the_error_without_an_exception() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        List<ArraySegment<byte>> parts = [new(Abc)];

        Assert.Equal(0, socket.Send(parts, SocketFlags.None, out SocketError sent));
        Assert.Equal(0, socket.Receive(parts, SocketFlags.None, out SocketError received));

        Assert.Equal((SocketError.Shutdown, SocketError.NotConnected), (sent, received));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Datagrams_are_sent_by_every_overload() => TestBed.RunBlocking(() =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        EndPoint to = receiver.LocalEndPoint!;
        byte[] buffer = new byte[10];

        Assert.Equal(2, sender.SendTo(Abc, 2, SocketFlags.None, to));
        Assert.Equal(2, receiver.Receive(buffer));
        Assert.Equal(3, sender.SendTo(Abc, SocketFlags.None, to));
        Assert.Equal(3, receiver.Receive(buffer));
        Assert.Equal(1, sender.SendTo("x"u8, SocketFlags.None, to));
        Assert.Equal(1, receiver.Receive(buffer));
        Assert.Equal(4, sender.SendTo("wxyz"u8, SocketFlags.None, to.Serialize()));
        Assert.Equal(4, receiver.Receive(buffer));
        Assert.Equal("wxyz"u8, buffer.AsSpan(0, 4));
    });

    [Fact]
    public Task Datagrams_are_received_by_every_overload() => TestBed.RunBlocking(() =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        byte[] buffer = new byte[10];
        var address = new SocketAddress(ip.Family, SocketAddress.GetMaximumAddressSize(ip.Family));
        EndPoint from = ip.AnyLoopbackPort;
        for (int i = 0; i < 5; i++)
        {
            sender.SendTo(Abc, receiver.LocalEndPoint!);
        }

        Assert.Equal(2, receiver.ReceiveFrom(buffer, 2, SocketFlags.Peek, ref from));
        Assert.Equal(3, receiver.ReceiveFrom(buffer, SocketFlags.None, ref from));
        Assert.Equal(sender.LocalEndPoint, from);
        from = ip.AnyLoopbackPort;
        Assert.Equal(3, receiver.ReceiveFrom(buffer.AsSpan(), ref from));
        Assert.Equal(sender.LocalEndPoint, from);
        Assert.Equal(3, receiver.ReceiveFrom(buffer.AsSpan(), SocketFlags.None, ref from));
        Assert.Equal(3, receiver.ReceiveFrom(buffer.AsSpan(), SocketFlags.None, address));
        Assert.Equal(sender.LocalEndPoint, ip.AnyLoopbackPort.Create(address));
    });

    [Fact]
    public Task A_message_is_received_into_a_part_of_an_array() => TestBed.RunBlocking(() =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        sender.SendTo(Abc, receiver.LocalEndPoint!);
        byte[] buffer = new byte[10];
        EndPoint from = ip.AnyLoopbackPort;
        SocketFlags flags = SocketFlags.None;

        Assert.Equal(3, receiver.ReceiveMessageFrom(buffer, 4, 6, ref flags, ref from, out IPPacketInformation information));

        Assert.Equal("abc"u8, buffer.AsSpan(4, 3));
        Assert.Equal(SocketFlags.None, flags);
        Assert.Equal(sender.LocalEndPoint, from);
        Assert.Equal(ip.Loopback, information.Address);
    });

    [Fact]
    public Task A_message_names_bad_arguments() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();
        SocketFlags flags = SocketFlags.None;
        EndPoint from = ip.AnyLoopbackPort;
        EndPoint none = null!;

        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.ReceiveMessageFrom(null!, 0, 0, ref flags, ref from, out _)));
        Assert.Equal("offset", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.ReceiveMessageFrom(Abc, 4, 0, ref flags, ref from, out _)));
        Assert.Equal("size", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.ReceiveMessageFrom(Abc, 1, 3, ref flags, ref from, out _)));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => socket.ReceiveMessageFrom(Abc, 0, 3, ref flags, ref none, out _)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_message_that_is_not_there_would_block() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();
        socket.Blocking = false;
        SocketFlags flags = SocketFlags.None;
        EndPoint from = ip.AnyLoopbackPort;

        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => socket.ReceiveMessageFrom(Abc, 0, 3, ref flags, ref from, out _)));
        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => socket.ReceiveMessageFrom(Abc.AsSpan(), ref flags, ref from, out _)));
        Assert.Equal(SocketError.WouldBlock, Expect.Error(() => socket.ReceiveFrom(Abc, SocketFlags.None, ref from)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Select_takes_a_span_of_time() => TestBed.RunBlocking(() =>
    {
        using Socket listener = ip.Listener();
        using Connection pair = Connection.Make(ip);
        List<Socket> read = [listener, pair.Server];
        List<Socket> write = [pair.Client];
        pair.Client.Send(Abc);
        Wait(pair.Server, 3);

        Socket.Select(read, write, null, TimeSpan.FromSeconds(5));

        Assert.Equal([pair.Server], read);
        Assert.Equal([pair.Client], write);
    });

    [Fact]
    public Task Poll_takes_a_span_of_time() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);

        Assert.False(pair.Server.Poll(TimeSpan.FromMilliseconds(1), SelectMode.SelectRead));
        Assert.True(pair.Server.Poll(TimeSpan.FromMilliseconds(1), SelectMode.SelectWrite));
        Assert.False(pair.Server.Poll(TimeSpan.Zero, SelectMode.SelectError));
    });

    [Fact]
    public Task A_connection_is_made_by_every_blocking_overload() => TestBed.RunBlocking(() =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        foreach (Action<Socket> connect in new Action<Socket>[]
        {
            socket => socket.Connect(ip.Loopback, port),
            socket => socket.Connect([ip.Loopback], port),
            socket => socket.Connect(ip.Loopback.ToString(), port),
            socket => socket.Connect(listener.LocalEndPoint!),
        })
        {
            using Socket client = ip.Tcp();
            connect(client);
            using Socket server = listener.Accept();

            Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
        }
    });

    [Fact]
    public Task A_stream_is_read_and_written_byte_by_byte() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        using var client = new NetworkStream(pair.Client);
        using var server = new NetworkStream(pair.Server, FileAccess.Read, ownsSocket: false);
        client.WriteByte(7);
        client.Write("bc"u8);
        client.Write(Encoding.ASCII.GetBytes("def"), 1, 2);
        client.Flush();
        Span<byte> rest = stackalloc byte[4];

        Assert.Equal(7, server.ReadByte());
        server.ReadExactly(rest);
        Assert.Equal("bcef"u8, rest);
        pair.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal(-1, server.ReadByte());
        Assert.Same(pair.Server, server.Socket);
    });

    /// <summary>Waits until a count of bytes is there; some may be already.</summary>
    private static void Wait(Socket socket, int count)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveLowWater, count);
        Assert.True(socket.Poll(5_000_000, SelectMode.SelectRead), "What was waited for did not come.");
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveLowWater, 1);
    }
}
