using System.Net.Sockets;

#pragma warning disable CA1416 // Some options are Windows': what Linux makes of them is the point.

namespace SocketSuite;

public abstract class EventArgsTransferTests(IpFamily ip)
{
    [Fact]
    public Task A_receive_that_waits_tells_when_bytes_come() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] buffer = new byte[10];
        using SocketAsyncEventArgs args = Operations.With(buffer);
        Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);
        Assert.False(receive.IsCompleted);
        await pair.Server.SendAsync(Sockets.Text("abc"));
        await receive;

        Assert.Equal((SocketError.Success, 3), (args.SocketError, args.BytesTransferred));
        Assert.Equal("abc"u8, buffer.AsSpan(0, 3));
        Assert.Equal(SocketAsyncOperation.Receive, args.LastOperation);
    });

    [Fact]
    public Task The_event_comes_with_socket_and_arguments() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        var told = new TaskCompletionSource<(object?, SocketAsyncEventArgs)>();
        args.Completed += (sender, e) => told.SetResult((sender, e));

        Assert.True(pair.Client.ReceiveAsync(args));
        await pair.Server.SendAsync(new byte[1]);

        Assert.Equal((pair.Client, args), await told.Task);
    });

    [Fact]
    public Task A_receive_of_what_is_there_ends_at_once() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Server.SendAsync(new byte[3]);
        await Expect.UntilAsync(() => pair.Client.Available == 3);
        using SocketAsyncEventArgs args = Operations.With(new byte[2]);

        Assert.False(pair.Client.ReceiveAsync(args));
        Assert.Equal(2, args.BytesTransferred);
        Assert.Equal(1, pair.Client.Available);
    });

    [Fact]
    public Task A_receive_fills_the_part_that_was_set() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] buffer = new byte[6];
        using var args = new SocketAsyncEventArgs();
        args.SetBuffer(buffer, 2, 3);
        await pair.Server.SendAsync(new byte[] { 1, 2, 3, 4 });
        await Expect.UntilAsync(() => pair.Client.Available == 4);
        await Operations.Run(pair.Client.ReceiveAsync, args);

        Assert.Equal([0, 0, 1, 2, 3, 0], buffer);
    });

    [Fact]
    public Task A_receive_fills_several_buffers() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] first = new byte[2], second = new byte[4];
        using var args = new SocketAsyncEventArgs { BufferList = [first, new ArraySegment<byte>(second, 1, 3)] };
        await pair.Server.SendAsync(new byte[] { 1, 2, 3, 4 });
        await Expect.UntilAsync(() => pair.Client.Available == 4);
        await Operations.Run(pair.Client.ReceiveAsync, args);

        Assert.Equal(4, args.BytesTransferred);
        Assert.Equal([1, 2], first);
        Assert.Equal([0, 3, 4, 0], second);
    });

    [Fact]
    public Task A_receive_may_peek() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Server.SendAsync(new byte[3]);
        await Expect.UntilAsync(() => pair.Client.Available == 3);
        using SocketAsyncEventArgs args = Operations.With(new byte[3]);
        args.SocketFlags = SocketFlags.Peek;
        await Operations.Run(pair.Client.ReceiveAsync, args);

        Assert.Equal(3, args.BytesTransferred);
        Assert.Equal(3, pair.Client.Available);
        Assert.Equal(SocketFlags.None, args.SocketFlags);
    });

    [Fact]
    public Task The_end_of_a_stream_has_no_bytes() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[3]);
        Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);
        pair.Server.Shutdown(SocketShutdown.Send);
        await receive;

        Assert.Equal((SocketError.Success, 0), (args.SocketError, args.BytesTransferred));
    });

    [Fact]
    public Task A_reset_ends_a_receive_with_its_error() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[3]);
        Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);
        pair.Server.LingerState = new LingerOption(true, 0);
        pair.Server.Close();
        await receive;

        Assert.Equal((SocketError.ConnectionReset, 0), (args.SocketError, args.BytesTransferred));
        Assert.False(pair.Client.Connected);
    });

    [Fact]
    public Task A_close_aborts_a_receive_that_waits() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[3]);
        Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);
        pair.Client.Dispose();
        await receive;

        Assert.Equal(SocketError.OperationAborted, args.SocketError);
    });

    [Fact]
    public Task A_receive_without_a_connection_fails() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);

        Assert.Equal(SocketError.NotConnected, await Operations.ErrorOf(socket.ReceiveAsync, args));
    });

    [Fact]
    public Task A_send_without_a_connection_fails() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);

        Assert.Equal(SocketError.Shutdown, await Operations.ErrorOf(socket.SendAsync, args));
        Assert.Equal(0, args.BytesTransferred);
    });

    [Fact]
    public Task A_send_that_fits_ends_at_once() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With([1, 2, 3]);
        args.SetBuffer(1, 2);

        Assert.False(pair.Client.SendAsync(args));
        Assert.Equal(2, args.BytesTransferred);
        Assert.Equal(SocketAsyncOperation.Send, args.LastOperation);
        Assert.Equal([2, 3], await Sockets.ReceiveAllAsync(pair.Server, 2));
    });

    [Fact]
    public Task A_send_takes_several_buffers() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs { BufferList = [new byte[] { 1, 2 }, new ArraySegment<byte>([3, 4, 5], 1, 2)] };
        await Operations.Run(pair.Client.SendAsync, args);

        Assert.Equal(4, args.BytesTransferred);
        Assert.Equal([1, 2, 4, 5], await Sockets.ReceiveAllAsync(pair.Server, 4));
    });

    [Fact]
    public Task A_send_that_has_to_wait_ends_when_all_is_sent() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] bytes = Sockets.Pattern(20_000_000);
        using SocketAsyncEventArgs args = Operations.With(bytes);
        Task<SocketAsyncEventArgs> send = Operations.Run(pair.Client.SendAsync, args);
        Assert.False(send.IsCompleted);
        byte[] received = await Sockets.ReceiveAllAsync(pair.Server, bytes.Length);
        await send;

        Assert.Equal(bytes.Length, args.BytesTransferred);
        Assert.True(bytes.AsSpan().SequenceEqual(received));
    });

    [Fact]
    public Task Packets_go_one_after_the_other() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs
        {
            SendPacketsElements = [new SendPacketsElement([1, 2, 3], 1, 2), null!, new SendPacketsElement(new ReadOnlyMemory<byte>([4])), new SendPacketsElement([5], 0, 1, true)],
        };
        await Operations.Run(pair.Client.SendPacketsAsync, args);

        Assert.Equal((SocketError.Success, 4), (args.SocketError, args.BytesTransferred));
        Assert.Equal(SocketAsyncOperation.SendPackets, args.LastOperation);
        Assert.Equal([2, 3, 4, 5], await Sockets.ReceiveAllAsync(pair.Server, 4));
    });

    [Fact]
    public Task Packets_may_be_parts_of_files() => TestBed.Run(async () =>
    {
        using var file = new TemporaryFile([1, 2, 3, 4, 5]);
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs
        {
            SendPacketsElements = [new SendPacketsElement(file.Path, 1, 2), new SendPacketsElement([9]), new SendPacketsElement(file.Path)],
        };
        await Operations.Run(pair.Client.SendPacketsAsync, args);

        Assert.Equal(8, args.BytesTransferred);
        Assert.Equal([2, 3, 9, 1, 2, 3, 4, 5], await Sockets.ReceiveAllAsync(pair.Server, 8));
    });

    [Fact]
    public Task Packets_need_a_connection_a_list_and_files_that_are_there() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using Socket unconnected = ip.Tcp();
        using var args = new SocketAsyncEventArgs();

        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => pair.Client.SendPacketsAsync(args)));
        args.SendPacketsElements = [new SendPacketsElement("/no/such/file")];
        Assert.Throws<NotSupportedException>(() => unconnected.SendPacketsAsync(args));
        Assert.Throws<DirectoryNotFoundException>(() => pair.Client.SendPacketsAsync(args));
        args.SendPacketsElements = [];
        await Operations.Run(pair.Client.SendPacketsAsync, args);
        Assert.Equal((SocketError.Success, 0), (args.SocketError, args.BytesTransferred));
    });

    [Theory]
    [InlineData(TransmitFileOptions.Disconnect, false)]
    [InlineData(TransmitFileOptions.ReuseSocket, false)]
    [InlineData(TransmitFileOptions.WriteBehind, true)]
    public Task Packets_may_end_the_connection(TransmitFileOptions options, bool connected) => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs { SendPacketsElements = [new SendPacketsElement([1])], SendPacketsFlags = options };
        await Operations.Run(pair.Client.SendPacketsAsync, args);

        Assert.Equal((SocketError.Success, 1), (args.SocketError, args.BytesTransferred));
        Assert.Equal(connected, pair.Client.Connected);
        Assert.Equal(1, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task Unknown_flags_are_refused() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        args.SocketFlags = (SocketFlags)0x4000;

        Assert.Equal(SocketError.OperationNotSupported, await Operations.ErrorOf(pair.Client.SendAsync, args));
        Assert.Equal((0, SocketFlags.None), (args.BytesTransferred, args.SocketFlags));
        Assert.False(pair.Client.Connected);
    });

    [Fact]
    public Task No_buffer_is_an_empty_one() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var args = new SocketAsyncEventArgs();
        await Operations.Run(pair.Client.SendAsync, args);
        Assert.Equal((SocketError.Success, 0), (args.SocketError, args.BytesTransferred));

        args.BufferList = [];
        await Operations.Run(pair.Client.SendAsync, args);
        Assert.Equal((SocketError.Success, 0), (args.SocketError, args.BytesTransferred));
    });

    [Fact]
    public Task Arguments_in_use_cannot_be_used_again() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);

        Assert.Throws<InvalidOperationException>(() => pair.Client.ReceiveAsync(args));
        Assert.Throws<InvalidOperationException>(() => args.SetBuffer(new byte[1], 0, 1));
        Assert.Throws<InvalidOperationException>(() => args.SetBuffer(0, 1));
        Assert.Throws<InvalidOperationException>(() => args.SetBuffer(new Memory<byte>([1])));
        Assert.Throws<InvalidOperationException>(() => args.BufferList = null);
        await pair.Server.SendAsync(new byte[1]);
        await receive;
        args.SetBuffer(new byte[1], 0, 1);
    });

    [Fact]
    public Task Arguments_are_used_again_after_the_end() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        byte[] buffer = new byte[1];
        using SocketAsyncEventArgs args = Operations.With(buffer);
        for (byte i = 0; i < 10; i++)
        {
            Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);
            await pair.Server.SendAsync(new byte[] { i });
            await receive;
            Assert.Equal(i, buffer[0]);
        }
    });

    [Fact]
    public Task Disposed_arguments_begin_nothing() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        var args = new SocketAsyncEventArgs();
        args.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pair.Client.ReceiveAsync(args));
        Assert.Throws<ObjectDisposedException>(() => args.SetBuffer(new byte[1], 0, 1));
    });

    [Fact]
    public Task Arguments_disposed_in_use_end_what_they_began() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        SocketAsyncEventArgs args = Operations.With(new byte[1]);
        Task<SocketAsyncEventArgs> receive = Operations.Run(pair.Client.ReceiveAsync, args);
        args.Dispose();
        await pair.Server.SendAsync(new byte[1]);
        await receive;

        Assert.Equal((SocketError.Success, 1), (args.SocketError, args.BytesTransferred));
        Assert.Throws<ObjectDisposedException>(() => pair.Client.ReceiveAsync(args));
    });

    [Fact]
    public Task An_operation_may_begin_the_next_in_its_event() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        var all = new TaskCompletionSource();
        int count = 0;
        void Receive(object? sender, SocketAsyncEventArgs e)
        {
            do
            {
                if (++count == 100)
                {
                    all.SetResult();
                    return;
                }
            }
            while (!pair.Client.ReceiveAsync(e));
        }

        args.Completed += Receive;
        if (!pair.Client.ReceiveAsync(args))
        {
            Receive(null, args);
        }

        for (int i = 0; i < 100; i++)
        {
            await pair.Server.SendAsync(new byte[1]);
        }

        await all.Task;
        Assert.Equal(100, count);
    });

    [Fact]
    public Task Missing_arguments_are_named() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Socket socket = pair.Client;

        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.ReceiveAsync((SocketAsyncEventArgs)null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.SendAsync((SocketAsyncEventArgs)null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.SendToAsync(null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.ReceiveFromAsync(null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.ReceiveMessageFromAsync(null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.SendPacketsAsync(null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => socket.DisconnectAsync(null!)));
        Assert.Equal("e", Expect.BadArgument<ArgumentNullException>(() => pair.Listener.AcceptAsync((SocketAsyncEventArgs)null!)));
    });
}
