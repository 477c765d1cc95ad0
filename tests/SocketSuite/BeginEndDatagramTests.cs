using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class BeginEndDatagramTests(IpFamily ip)
{
    [Fact]
    public Task A_datagram_tells_its_sender() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        byte[] buffer = new byte[10];
        EndPoint from = new IPEndPoint(ip.Any, 0);
        var ended = new TaskCompletionSource<IAsyncResult>();
        receiver.BeginReceiveFrom(buffer, 1, 9, SocketFlags.None, ref from, ended.SetResult, null);
        IAsyncResult sent = await Operations.Begin(
            (callback, state) => sender.BeginSendTo([1, 2, 3], 0, 3, SocketFlags.None, receiver.LocalEndPoint!, callback, state));

        Assert.Equal(3, sender.EndSendTo(sent));
        Assert.Equal(3, receiver.EndReceiveFrom(await ended.Task, ref from));
        Assert.Equal(sender.LocalEndPoint, from);
        Assert.Equal([0, 1, 2, 3], buffer[..4]);
    });

    [Fact]
    public Task A_message_tells_where_it_was_sent_to() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        EndPoint from = new IPEndPoint(ip.Any, 0);
        SocketFlags flags = SocketFlags.None;
        var ended = new TaskCompletionSource<IAsyncResult>();
        receiver.BeginReceiveMessageFrom(new byte[2], 0, 2, flags, ref from, ended.SetResult, null);
        await sender.SendToAsync(new byte[3], receiver.LocalEndPoint!);

        Assert.Equal(2, receiver.EndReceiveMessageFrom(await ended.Task, ref flags, ref from, out IPPacketInformation information));
        Assert.Equal(SocketFlags.Truncated, flags);
        Assert.Equal(sender.LocalEndPoint, from);
        Assert.Equal(ip.Loopback, information.Address);
    });

    [Fact]
    public Task A_datagram_that_is_there_tells_its_sender_at_once() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        await sender.SendToAsync(new byte[3], receiver.LocalEndPoint!);
        await Expect.UntilAsync(() => receiver.Available == 3);
        EndPoint from = new IPEndPoint(ip.Any, 0);
        IAsyncResult result = receiver.BeginReceiveFrom(new byte[5], 0, 5, SocketFlags.None, ref from, null, null);

        Assert.True(result.CompletedSynchronously);
        Assert.Equal(sender.LocalEndPoint, from);
        Assert.Equal(3, receiver.EndReceiveFrom(result, ref from));
    });

    [Fact]
    public Task A_datagram_that_is_too_long_fails_at_the_end() => TestBed.Run(() =>
    {
        using Socket sender = ip.Udp();
        byte[] bytes = new byte[ip.LargestDatagram + 1];
        IAsyncResult result = sender.BeginSendTo(bytes, 0, bytes.Length, SocketFlags.None, new IPEndPoint(ip.Loopback, 9), null, null);

        Assert.Equal(SocketError.MessageSize, Expect.Error(() => sender.EndSendTo(result)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_socket_must_be_bound_to_receive_from_anyone() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        EndPoint from = new IPEndPoint(ip.Any, 0);

        Assert.Throws<InvalidOperationException>(() => socket.BeginReceiveFrom(new byte[1], 0, 1, SocketFlags.None, ref from, null, null));
        Assert.Throws<InvalidOperationException>(() => socket.BeginReceiveMessageFrom(new byte[1], 0, 1, SocketFlags.None, ref from, null, null));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Bad_arguments_are_named() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundUdp();
        EndPoint none = null!, from = new IPEndPoint(ip.Any, 0);
        byte[] buffer = new byte[1];

        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.BeginReceiveFrom(null!, 0, 0, SocketFlags.None, ref from, null, null)));
        Assert.Equal("offset", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.BeginReceiveFrom(buffer, 2, 0, SocketFlags.None, ref from, null, null)));
        Assert.Equal("size", Expect.BadArgument<ArgumentOutOfRangeException>(() => socket.BeginReceiveMessageFrom(buffer, 0, 2, SocketFlags.None, ref from, null, null)));
        Assert.Throws<ArgumentNullException>(() => socket.BeginReceiveFrom(buffer, 0, 1, SocketFlags.None, ref none, null, null));
        Assert.Equal("remoteEP", Expect.BadArgument<ArgumentNullException>(() => socket.BeginSendTo(buffer, 0, 1, SocketFlags.None, null!, null, null)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => socket.BeginSendTo(null!, 0, 1, SocketFlags.None, from, null, null)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_ends_need_an_end_point_of_the_family() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        EndPoint from = new IPEndPoint(ip.Any, 0), none = null!, other = new IPEndPoint(ip.IsIPv6 ? IPAddress.Any : IPAddress.IPv6Any, 0);
        await sender.SendToAsync(new byte[1], receiver.LocalEndPoint!);
        IAsyncResult result = receiver.BeginReceiveFrom(new byte[1], 0, 1, SocketFlags.None, ref from, null, null);

        Assert.Equal("endPoint", Expect.BadArgument<ArgumentNullException>(() => receiver.EndReceiveFrom(result, ref none)));
        Assert.Equal("endPoint", Expect.BadArgument<ArgumentException>(() => receiver.EndReceiveFrom(result, ref other)));
    });
}
