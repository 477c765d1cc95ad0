using System.Net.Sockets;

namespace SocketSuite;

/// <summary>What event arguments hold before and after an operation.</summary>
public sealed class EventArgsBufferTests
{
    [Fact]
    public Task New_arguments_hold_nothing() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();

        Assert.Null(args.Buffer);
        Assert.True(args.MemoryBuffer.IsEmpty);
        Assert.Equal((0, 0, 0), (args.Offset, args.Count, args.BytesTransferred));
        Assert.Null(args.BufferList);
        Assert.Null(args.AcceptSocket);
        Assert.Null(args.ConnectSocket);
        Assert.Null(args.ConnectByNameError);
        Assert.Null(args.RemoteEndPoint);
        Assert.Null(args.SendPacketsElements);
        Assert.Null(args.UserToken);
        Assert.Equal(SocketAsyncOperation.None, args.LastOperation);
        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal(SocketFlags.None, args.SocketFlags);
        Assert.Equal(TransmitFileOptions.UseDefaultWorkerThread, args.SendPacketsFlags);
        Assert.Equal(0, args.SendPacketsSendSize);
        Assert.False(args.DisconnectReuseSocket);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_buffer_is_seen_as_array_and_as_memory() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        byte[] buffer = new byte[10];
        args.SetBuffer(buffer, 2, 5);

        Assert.Same(buffer, args.Buffer);
        Assert.Equal((2, 5), (args.Offset, args.Count));
        Assert.Equal(10, args.MemoryBuffer.Length);
        args.SetBuffer(4, 6);
        Assert.Equal((4, 6), (args.Offset, args.Count));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Memory_is_no_array() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        args.SetBuffer(new byte[10].AsMemory(2, 5));

        Assert.Null(args.Buffer);
        Assert.Equal((0, 5), (args.Offset, args.Count));
        Assert.Equal(5, args.MemoryBuffer.Length);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_buffer_can_be_taken_away() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        args.SetBuffer(new byte[10], 2, 5);
        args.SetBuffer(null, 0, 0);

        Assert.Null(args.Buffer);
        Assert.Equal((0, 0), (args.Offset, args.Count));
        args.BufferList = [new byte[1]];
        args.BufferList = null;
        args.SetBuffer(new byte[1], 0, 1);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(-1, 1, "offset")]
    [InlineData(11, 0, "offset")]
    [InlineData(0, -1, "count")]
    [InlineData(5, 6, "count")]
    public Task Ranges_outside_the_buffer_are_named(int offset, int count, string name) => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        Assert.Equal(name, Expect.BadArgument<ArgumentOutOfRangeException>(() => args.SetBuffer(new byte[10], offset, count)));

        args.SetBuffer(new byte[10], 0, 10);
        Assert.Equal(name, Expect.BadArgument<ArgumentOutOfRangeException>(() => args.SetBuffer(offset, count)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task There_is_one_buffer_or_a_list_of_them() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        args.BufferList = [new byte[1]];
        Assert.Throws<ArgumentException>(() => args.SetBuffer(new byte[1], 0, 1));
        Assert.Throws<ArgumentException>(() => args.SetBuffer(new Memory<byte>([1])));
        args.SetBuffer(5, 5);
        args.BufferList = null;
        args.SetBuffer(new byte[1], 0, 1);
        Assert.Throws<ArgumentException>(() => args.BufferList = [new byte[1]]);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Buffers_of_a_list_must_be_there() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();

        Assert.ThrowsAny<ArgumentException>(() => args.BufferList = [default]);
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_list_is_the_programs_own() => TestBed.Run(() =>
    {
        using var args = new SocketAsyncEventArgs();
        List<ArraySegment<byte>> list = [new byte[1]];
        args.BufferList = list;

        Assert.Same(list, args.BufferList);
        return Task.CompletedTask;
    });
}
