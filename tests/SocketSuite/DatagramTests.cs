using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class DatagramTests(IpFamily ip)
{
    private readonly EndPoint _anyone = new IPEndPoint(ip.Any, 0);

    [Fact]
    public Task A_datagram_arrives_with_its_sender() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        byte[] buffer = new byte[10];

        Assert.Equal(3, await sender.SendToAsync(Sockets.Text("abc"), receiver.LocalEndPoint!));
        SocketReceiveFromResult result = await receiver.ReceiveFromAsync(buffer.AsMemory(), _anyone);

        Assert.Equal(3, result.ReceivedBytes);
        Assert.Equal(sender.LocalEndPoint, result.RemoteEndPoint);
        Assert.Equal("abc"u8, buffer.AsSpan(0, 3));
    });

    [Fact]
    public Task A_datagram_arrives_with_its_sender_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        EndPoint from = _anyone;

        Assert.Equal(3, sender.SendTo("abc"u8.ToArray(), receiver.LocalEndPoint!));

        Assert.Equal(3, receiver.ReceiveFrom(new byte[10], ref from));
        Assert.Equal(sender.LocalEndPoint, from);
    });

    [Fact]
    public Task A_send_binds_an_unbound_socket() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.SendTo("x"u8, ip.Closed);

        Assert.True(socket.IsBound);
        Assert.NotEqual(0, Sockets.Port(socket));
        Assert.Equal(ip.Any, ((IPEndPoint)socket.LocalEndPoint!).Address);
        Assert.False(socket.Connected);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Datagrams_keep_their_bounds() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        byte[] buffer = new byte[10];
        await sender.SendToAsync(Sockets.Text("a"), receiver.LocalEndPoint!);
        await sender.SendToAsync(Sockets.Text("bcd"), receiver.LocalEndPoint!);
        await sender.SendToAsync(ReadOnlyMemory<byte>.Empty, receiver.LocalEndPoint!);

        Assert.Equal(1, await receiver.ReceiveAsync(buffer.AsMemory()));
        Assert.Equal(3, await receiver.ReceiveAsync(buffer.AsMemory()));
        Assert.Equal(0, await receiver.ReceiveAsync(buffer.AsMemory()));
    });

    [Fact]
    public Task Available_counts_the_next_datagram_only() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        await sender.SendToAsync(new byte[7], receiver.LocalEndPoint!);
        await sender.SendToAsync(new byte[9], receiver.LocalEndPoint!);
        await Expect.UntilAsync(() => receiver.Available > 0);

        Assert.Equal(7, receiver.Available);
    });

    [Fact]
    public Task What_does_not_fit_the_buffer_is_lost() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        byte[] buffer = new byte[2];
        await sender.SendToAsync(Sockets.Text("abc"), receiver.LocalEndPoint!);
        await sender.SendToAsync(Sockets.Text("d"), receiver.LocalEndPoint!);

        Assert.Equal(2, await receiver.ReceiveAsync(buffer.AsMemory()));
        Assert.Equal(1, await receiver.ReceiveAsync(buffer.AsMemory()));
        Assert.Equal("db"u8, buffer);
    });

    [Fact]
    public Task A_cut_datagram_is_marked() => TestBed.RunBlocking(() =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        sender.SendTo("abc"u8, receiver.LocalEndPoint!);
        EndPoint from = _anyone;
        SocketFlags flags = SocketFlags.None;

        Assert.Equal(2, receiver.ReceiveMessageFrom(new byte[2], ref flags, ref from, out IPPacketInformation information));

        Assert.Equal(SocketFlags.Truncated, flags);
        Assert.Equal(sender.LocalEndPoint, from);
        Assert.Equal(ip.Loopback, information.Address);
    });

    [Fact]
    public Task A_message_tells_the_address_that_it_was_sent_to() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.Udp();
        receiver.Bind(new IPEndPoint(ip.Any, 0));
        using Socket sender = ip.BoundUdp();
        Task<SocketReceiveMessageFromResult> receive = receiver.ReceiveMessageFromAsync(new byte[10], _anyone);
        await sender.SendToAsync(Sockets.Text("abc"), new IPEndPoint(ip.Loopback, Sockets.Port(receiver)));

        SocketReceiveMessageFromResult result = await receive;

        Assert.Equal(3, result.ReceivedBytes);
        Assert.Equal(SocketFlags.None, result.SocketFlags);
        Assert.Equal(sender.LocalEndPoint, result.RemoteEndPoint);
        Assert.Equal(ip.Loopback, result.PacketInformation.Address);
    });

    [Fact]
    public Task Peek_leaves_the_datagram() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        await sender.SendToAsync(new byte[3], receiver.LocalEndPoint!);

        Assert.Equal(2, await receiver.ReceiveAsync(new byte[2].AsMemory(), SocketFlags.Peek));
        Assert.Equal(3, await receiver.ReceiveAsync(new byte[10].AsMemory()));
    });

    [Fact]
    public Task A_connected_socket_sends_to_its_peer_and_hears_nobody_else() => TestBed.Run(async () =>
    {
        using Socket peer = ip.BoundUdp();
        using Socket other = ip.BoundUdp();
        using Socket socket = ip.BoundUdp();
        await socket.ConnectAsync(peer.LocalEndPoint!);
        byte[] buffer = new byte[10];

        await other.SendToAsync(Sockets.Text("no"), socket.LocalEndPoint!);
        await peer.SendToAsync(Sockets.Text("yes"), socket.LocalEndPoint!);

        Assert.Equal(3, await socket.ReceiveAsync(buffer.AsMemory()));
        Assert.True(socket.Connected);
        Assert.Equal(peer.LocalEndPoint, socket.RemoteEndPoint);
        Assert.Equal(4, await socket.SendAsync(Sockets.Text("back")));
        Assert.Equal(4, await peer.ReceiveAsync(buffer.AsMemory()));
    });

    [Fact]
    public Task Connecting_gives_an_unbound_socket_its_address() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);

        Assert.Equal(ip.Loopback, ((IPEndPoint)socket.LocalEndPoint!).Address);
        Assert.Equal(ip.Closed, socket.RemoteEndPoint);
        Assert.True(socket.Connected);
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_peer_of_a_datagram_socket_can_be_changed() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);
        socket.Connect(new IPEndPoint(ip.Loopback, 2));

        Assert.Equal(new IPEndPoint(ip.Loopback, 2), socket.RemoteEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_connected_socket_may_send_elsewhere() => TestBed.Run(async () =>
    {
        using Socket other = ip.BoundUdp();
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);

        Assert.Equal(2, await socket.SendToAsync(Sockets.Text("hi"), other.LocalEndPoint!));
        Assert.Equal(2, await other.ReceiveAsync(new byte[10].AsMemory()));
    });

    [Fact]
    public Task A_closed_port_refuses_a_connected_socket() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);
        await socket.SendAsync(Sockets.Text("x"));

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => socket.ReceiveAsync(new byte[1])));
        Assert.False(socket.Connected);
    });

    [Fact]
    public Task The_next_send_hears_of_a_closed_port_too() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);
        await socket.SendAsync(Sockets.Text("x"));
        await Expect.UntilAsync(() => socket.Poll(0, SelectMode.SelectError));

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => socket.SendAsync(new byte[1])));
        Assert.Equal(1, await socket.SendAsync(new byte[1]));
    });

    [Fact]
    public Task An_unconnected_socket_does_not_hear_of_a_closed_port() => TestBed.RunBlocking(() =>
    {
        using Socket socket = ip.Udp();
        socket.SendTo("x"u8, ip.Closed);
        socket.ReceiveTimeout = 30;

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => socket.Receive(new byte[1])));
    });

    [Fact]
    public Task The_largest_datagram_arrives() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        byte[] bytes = Sockets.Pattern(ip.LargestDatagram);
        byte[] buffer = new byte[70_000];

        Assert.Equal(bytes.Length, await sender.SendToAsync(bytes, receiver.LocalEndPoint!));
        Assert.Equal(bytes.Length, await receiver.ReceiveAsync(buffer.AsMemory()));
        Assert.Equal(bytes, buffer[..bytes.Length]);
    });

    [Fact]
    public Task A_larger_datagram_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(SocketError.MessageSize, Expect.Error(() => socket.SendTo(new byte[ip.LargestDatagram + 1], ip.Closed)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Port_zero_is_no_destination() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SendTo("x"u8, ip.AnyLoopbackPort)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Receiving_from_anyone_needs_a_bound_socket() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Udp();
        EndPoint from = _anyone;

        Assert.Throws<InvalidOperationException>(() => socket.ReceiveFrom(new byte[1], ref from));
        await Expect.ThrowsAsync<InvalidOperationException>(() => socket.ReceiveFromAsync(new byte[1], _anyone));
    });

    [Fact]
    public Task The_sender_can_be_had_as_a_socket_address() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        var address = new SocketAddress(ip.Family);
        ValueTask<int> receive = receiver.ReceiveFromAsync(new byte[10], SocketFlags.None, address);
        await sender.SendToAsync(Sockets.Text("abc"), SocketFlags.None, receiver.LocalEndPoint!.Serialize());

        Assert.Equal(3, await receive);
        Assert.Equal(sender.LocalEndPoint, new IPEndPoint(0, 0).Create(address));
    });

    [Fact]
    public Task A_stream_tells_no_sender() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("abc"));

        SocketReceiveFromResult result = await pair.Server.ReceiveFromAsync(new byte[10].AsMemory(), _anyone);

        Assert.Equal(3, result.ReceivedBytes);
        Assert.Equal(_anyone, result.RemoteEndPoint);
    });

    [Fact]
    public Task A_shut_down_datagram_socket_sends_nothing() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);
        socket.Shutdown(SocketShutdown.Both);

        Assert.False(socket.Connected);
        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => socket.SendAsync(new byte[1])));
    });
}
