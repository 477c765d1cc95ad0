using System.Net.Sockets;

namespace SocketSuite;

public abstract class SendReceiveTests(IpFamily ip)
{
    [Fact]
    public Task Bytes_arrive_as_they_were_sent() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(5, await pair.Client.SendAsync(Sockets.Text("hello")));

        Assert.Equal("hello", await Sockets.ReceiveTextAsync(pair.Server, 5));
    });

    [Fact]
    public Task Bytes_arrive_as_they_were_sent_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        byte[] buffer = new byte[10];

        Assert.Equal(5, pair.Client.Send("hello"u8));

        Assert.Equal(5, pair.Server.Receive(buffer));
        Assert.Equal("hello"u8, buffer.AsSpan(0, 5));
    });

    [Fact]
    public Task An_echo_goes_round_a_thousand_times() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task echo = EchoAsync(pair.Server);
        byte[] buffer = new byte[8];
        for (int i = 0; i < 1000; i++)
        {
            BitConverter.TryWriteBytes(buffer, (long)i);
            await pair.Client.SendAsync(buffer.AsMemory());
            byte[] answer = await Sockets.ReceiveAllAsync(pair.Client, 8);
            Assert.Equal(i, BitConverter.ToInt64(answer));
        }

        pair.Client.Shutdown(SocketShutdown.Send);
        await echo;
    });

    [Fact]
    public Task A_large_send_ends_when_the_reader_has_made_room() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] bytes = Sockets.Pattern(20_000_000);

        Task<int> send = pair.Client.SendAsync(bytes.AsMemory()).AsTask();
        byte[] received = await Sockets.ReceiveAllAsync(pair.Server, bytes.Length);

        Assert.Equal(bytes.Length, await send);
        Assert.True(bytes.AsSpan().SequenceEqual(received));
    });

    [Fact]
    public Task A_large_blocking_send_returns_all_its_bytes()
    {
        Connection? pair = null;
        byte[] bytes = Sockets.Pattern(5_000_000);
        return TestBed.RunBlocking(
            () =>
            {
                Volatile.Write(ref pair, Connection.Make(ip));
                Assert.Equal(bytes.Length, pair.Client.Send(bytes));
                pair.Client.Shutdown(SocketShutdown.Send);
            },
            () =>
            {
                using Socket pause = ip.BoundUdp();
                while (Volatile.Read(ref pair) is null)
                {
                    pause.Poll(1000, SelectMode.SelectRead);
                }

                Socket server = pair!.Server;
                var received = new MemoryStream();
                byte[] buffer = new byte[70_000];
                for (int count; (count = server.Receive(buffer)) > 0;)
                {
                    received.Write(buffer, 0, count);
                }

                Assert.True(bytes.AsSpan().SequenceEqual(received.ToArray()));
            });
    }

    [Fact]
    public Task A_receive_takes_what_is_there() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("abc"));

        Assert.Equal(3, await pair.Server.ReceiveAsync(new byte[100]));
    });

    [Fact]
    public Task A_small_buffer_leaves_the_rest() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("abcdef"));
        await Expect.UntilAsync(() => pair.Server.Available == 6);

        Assert.Equal("abc", await Sockets.ReceiveTextAsync(pair.Server, 3));
        Assert.Equal(3, pair.Server.Available);
        Assert.Equal("def", await Sockets.ReceiveTextAsync(pair.Server, 3));
    });

    [Fact]
    public Task Receives_that_wait_are_served_in_their_order() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] first = new byte[2];
        byte[] second = new byte[2];
        Task<int> one = pair.Server.ReceiveAsync(first.AsMemory()).AsTask();
        Task<int> two = pair.Server.ReceiveAsync(second.AsMemory()).AsTask();

        await pair.Client.SendAsync(Sockets.Text("abcd"));

        Assert.Equal(2, await one);
        Assert.Equal(2, await two);
        Assert.Equal("ab"u8, first);
        Assert.Equal("cd"u8, second);
    });

    [Fact]
    public Task A_receive_with_an_empty_buffer_waits_for_data() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Task<int> receive = pair.Server.ReceiveAsync(Memory<byte>.Empty).AsTask();
        Assert.False(receive.IsCompleted);

        await pair.Client.SendAsync(Sockets.Text("abc"));

        Assert.Equal(0, await receive);
        Assert.Equal(3, pair.Server.Available);
    });

    [Fact]
    public Task A_send_of_nothing_succeeds() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(0, await pair.Client.SendAsync(ReadOnlyMemory<byte>.Empty));
        Assert.Equal(0, pair.Client.Send(ReadOnlySpan<byte>.Empty));
    });

    [Fact]
    public Task Peek_leaves_the_bytes() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("abc"));
        byte[] buffer = new byte[3];

        Assert.Equal(3, await pair.Server.ReceiveAsync(buffer.AsMemory(), SocketFlags.Peek));
        Assert.Equal("abc"u8, buffer);
        Assert.Equal(3, pair.Server.Available);
        Assert.Equal("abc", await Sockets.ReceiveTextAsync(pair.Server, 3));
        Assert.Equal(0, pair.Server.Available);
    });

    [Fact]
    public Task Buffer_lists_are_gathered_and_scattered() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] first = new byte[2];
        byte[] second = new byte[4];

        Assert.Equal(6, await pair.Client.SendAsync(new List<ArraySegment<byte>> { new("abc"u8.ToArray()), new("xdefx"u8.ToArray(), 1, 3) }));
        await Expect.UntilAsync(() => pair.Server.Available == 6);
        Assert.Equal(6, await pair.Server.ReceiveAsync(new List<ArraySegment<byte>> { new(first), new(second) }));

        Assert.Equal("ab"u8, first);
        Assert.Equal("cdef"u8, second);
    });

    [Fact]
    public Task Buffer_lists_are_gathered_and_scattered_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        byte[] first = new byte[2];
        byte[] second = new byte[4];

        Assert.Equal(6, pair.Client.Send(new List<ArraySegment<byte>> { new("abc"u8.ToArray()), new("def"u8.ToArray()) }));
        Assert.True(pair.Server.Poll(-1, SelectMode.SelectRead));
        Assert.Equal(6, pair.Server.Receive(new List<ArraySegment<byte>> { new(first), new(second) }));

        Assert.Equal("ab"u8, first);
        Assert.Equal("cdef"u8, second);
    });

    [Fact]
    public Task Array_overloads_take_their_part_of_the_array() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        byte[] bytes = "0123456789"u8.ToArray();
        byte[] buffer = new byte[10];

        Assert.Equal(3, pair.Client.Send(bytes, 3, SocketFlags.None));
        Assert.Equal(2, pair.Client.Send(bytes, 4, 2, SocketFlags.None));
        Assert.True(SpinUntilAvailable(pair.Server, 5));
        Assert.Equal(2, pair.Server.Receive(buffer, 2, SocketFlags.None));
        Assert.Equal(3, pair.Server.Receive(buffer, 5, 4, SocketFlags.None, out SocketError error));

        Assert.Equal(SocketError.Success, error);
        Assert.Equal("01\0\0\0245\0\0"u8, buffer);
    });

    [Fact]
    public Task Sending_on_a_stream_to_an_address_sends_to_the_peer() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(3, pair.Client.SendTo("abc"u8, ip.Closed));

        Assert.Equal("abc", await Sockets.ReceiveTextAsync(pair.Server, 3));
    });

    [Fact]
    public Task Flags_that_nobody_knows_are_refused() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => pair.Client.Send("abc"u8, (SocketFlags)0x40000)));
    });

    [Fact]
    public Task A_program_may_talk_to_itself_both_ways_at_once() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] bytes = Sockets.Pattern(1_000_000);

        Task<int> there = pair.Client.SendAsync(bytes.AsMemory()).AsTask();
        Task<int> back = pair.Server.SendAsync(bytes.AsMemory()).AsTask();
        Task<byte[]> atServer = Sockets.ReceiveAllAsync(pair.Server, bytes.Length);
        byte[] atClient = await Sockets.ReceiveAllAsync(pair.Client, bytes.Length);

        Assert.Equal(bytes, atClient);
        Assert.Equal(bytes, await atServer);
        Assert.Equal(2 * bytes.Length, await there + await back);
    });

    private static bool SpinUntilAvailable(Socket socket, int count)
    {
        for (int i = 0; i < 10_000 && socket.Available < count; i++)
        {
            socket.Poll(1000, SelectMode.SelectError);
        }

        return socket.Available == count;
    }

    private static async Task EchoAsync(Socket socket)
    {
        byte[] buffer = new byte[100];
        for (int count; (count = await socket.ReceiveAsync(buffer.AsMemory())) > 0;)
        {
            await socket.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
