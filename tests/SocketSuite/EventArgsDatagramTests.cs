using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class EventArgsDatagramTests(IpFamily ip)
{
    [Fact]
    public Task A_datagram_tells_its_sender() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        byte[] buffer = new byte[10];
        using SocketAsyncEventArgs args = Operations.With(buffer);
        args.RemoteEndPoint = new IPEndPoint(ip.Any, 0);
        Task<SocketAsyncEventArgs> receive = Operations.Run(receiver.ReceiveFromAsync, args);
        await sender.SendToAsync(Sockets.Text("abc"), receiver.LocalEndPoint!);
        await receive;

        Assert.Equal((SocketError.Success, 3), (args.SocketError, args.BytesTransferred));
        Assert.Equal("abc"u8, buffer.AsSpan(0, 3));
        Assert.Equal(sender.LocalEndPoint, args.RemoteEndPoint);
        Assert.Equal(SocketAsyncOperation.ReceiveFrom, args.LastOperation);
    });

    [Fact]
    public Task A_datagram_goes_where_it_is_sent() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        using SocketAsyncEventArgs args = Operations.With([1, 2, 3]);
        args.RemoteEndPoint = receiver.LocalEndPoint;
        await Operations.Run(sender.SendToAsync, args);
        byte[] buffer = new byte[10];

        Assert.Equal((SocketError.Success, 3), (args.SocketError, args.BytesTransferred));
        Assert.Equal(SocketAsyncOperation.SendTo, args.LastOperation);
        Assert.Equal(3, await receiver.ReceiveAsync(buffer));
        Assert.Equal([1, 2, 3], buffer[..3]);
    });

    [Fact]
    public Task Several_buffers_make_one_datagram() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = receiver.LocalEndPoint, BufferList = [new byte[] { 1 }, new byte[] { 2, 3 }] };
        await Operations.Run(sender.SendToAsync, args);

        Assert.Equal(3, args.BytesTransferred);
        Assert.Equal(3, await receiver.ReceiveAsync(new byte[10]));
    });

    [Fact]
    public Task A_datagram_fills_several_buffers() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        byte[] first = new byte[1], second = new byte[3];
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(ip.Any, 0), BufferList = [first, second] };
        await sender.SendToAsync(new byte[] { 1, 2, 3 }, receiver.LocalEndPoint!);
        await Operations.Run(receiver.ReceiveFromAsync, args);

        Assert.Equal(3, args.BytesTransferred);
        Assert.Equal([1], first);
        Assert.Equal([2, 3, 0], second);
    });

    [Fact]
    public Task A_message_tells_where_it_was_sent_to() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        using SocketAsyncEventArgs args = Operations.With(new byte[10]);
        args.RemoteEndPoint = new IPEndPoint(ip.Any, 0);
        Task<SocketAsyncEventArgs> receive = Operations.Run(receiver.ReceiveMessageFromAsync, args);
        await sender.SendToAsync(Sockets.Text("abc"), receiver.LocalEndPoint!);
        await receive;

        Assert.Equal((SocketError.Success, 3), (args.SocketError, args.BytesTransferred));
        Assert.Equal(SocketFlags.None, args.SocketFlags);
        Assert.Equal(ip.Loopback, args.ReceiveMessageFromPacketInfo.Address);
        Assert.Equal(sender.LocalEndPoint, args.RemoteEndPoint);
        Assert.Equal(SocketAsyncOperation.ReceiveMessageFrom, args.LastOperation);
    });

    [Fact]
    public Task A_message_that_is_cut_says_so() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        using SocketAsyncEventArgs args = Operations.With(new byte[2]);
        args.RemoteEndPoint = new IPEndPoint(ip.Any, 0);
        Task<SocketAsyncEventArgs> receive = Operations.Run(receiver.ReceiveMessageFromAsync, args);
        await sender.SendToAsync(Sockets.Text("abc"), receiver.LocalEndPoint!);
        await receive;

        Assert.Equal(2, args.BytesTransferred);
        Assert.Equal(SocketFlags.Truncated, args.SocketFlags);
    });

    [Fact]
    public Task A_receive_of_a_connected_socket_takes_datagrams() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        await receiver.ConnectAsync(sender.LocalEndPoint!);
        await sender.ConnectAsync(receiver.LocalEndPoint!);
        using SocketAsyncEventArgs received = Operations.With(new byte[10]);
        using SocketAsyncEventArgs sent = Operations.With(new byte[7]);
        Task<SocketAsyncEventArgs> receive = Operations.Run(receiver.ReceiveAsync, received);
        await Operations.Run(sender.SendAsync, sent);
        await receive;

        Assert.Equal(7, sent.BytesTransferred);
        Assert.Equal(7, received.BytesTransferred);
    });

    [Fact]
    public Task A_datagram_that_is_too_long_is_refused() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        using SocketAsyncEventArgs args = Operations.With(new byte[ip.LargestDatagram + 1]);
        args.RemoteEndPoint = receiver.LocalEndPoint;

        Assert.Equal(SocketError.MessageSize, await Operations.ErrorOf(sender.SendToAsync, args));
        Assert.Equal(0, args.BytesTransferred);
    });

    [Fact]
    public Task A_receive_needs_no_bound_socket_here() => TestBed.Run(async () =>
    {
        Socket socket = ip.Udp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        args.RemoteEndPoint = new IPEndPoint(ip.Any, 0);
        Task<SocketAsyncEventArgs> receive = Operations.Run(socket.ReceiveFromAsync, args);
        Assert.False(receive.IsCompleted);
        socket.Dispose();
        await receive;

        Assert.Equal(SocketError.OperationAborted, args.SocketError);
    });

    [Fact]
    public Task A_destination_must_be_an_address() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        args.RemoteEndPoint = new DnsEndPoint("localhost", 9);

        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentException>(() => socket.SendToAsync(args)));
        args.RemoteEndPoint = new IPEndPoint(ip.Loopback, 9);
        Assert.False(socket.SendToAsync(args));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_end_point_must_be_given() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);

        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => socket.ReceiveFromAsync(args)));
        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => socket.ReceiveMessageFromAsync(args)));
        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => socket.SendToAsync(args)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_end_point_must_be_of_the_sockets_family() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        args.RemoteEndPoint = new IPEndPoint(ip.IsIPv6 ? IPAddress.Any : IPAddress.IPv6Any, 0);

        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => socket.ReceiveFromAsync(args)));
        Assert.Equal("e", Expect.BadArgument<ArgumentException>(() => socket.ReceiveMessageFromAsync(args)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_close_aborts_a_receive_that_waits() => TestBed.Run(async () =>
    {
        Socket socket = ip.BoundUdp();
        using SocketAsyncEventArgs args = Operations.With(new byte[1]);
        args.RemoteEndPoint = new IPEndPoint(ip.Any, 0);
        Task<SocketAsyncEventArgs> receive = Operations.Run(socket.ReceiveFromAsync, args);
        socket.Dispose();
        await receive;

        Assert.Equal(SocketError.OperationAborted, args.SocketError);
    });

    [Fact]
    public Task A_connect_sets_the_peer() => TestBed.Run(async () =>
    {
        using Socket peer = ip.BoundUdp();
        using Socket socket = ip.Udp();
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = peer.LocalEndPoint };
        await Operations.Run(socket.ConnectAsync, args);

        Assert.Equal(SocketError.Success, args.SocketError);
        Assert.Equal(peer.LocalEndPoint, socket.RemoteEndPoint);
        Assert.True(socket.Connected);
    });
}
