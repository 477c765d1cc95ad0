using System.Net.Sockets;

namespace SocketSuite;

public abstract class ErrorTests(IpFamily ip)
{
    [Fact]
    public Task A_stream_that_was_never_connected_cannot_be_read() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.NotConnected, Expect.Error(() => socket.Receive(new byte[1])));
        Assert.Equal(SocketError.NotConnected, await Expect.ErrorAsync(() => socket.ReceiveAsync(new byte[1])));
    });

    [Fact]
    public Task A_stream_that_was_never_connected_is_shut_for_sending() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.Shutdown, Expect.Error(() => socket.Send(new byte[1])));
        Assert.Equal(SocketError.Shutdown, Expect.Error(() => socket.SendTo(new byte[1], ip.Closed)));
        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => socket.SendAsync(new byte[1])));
    });

    [Fact]
    public Task Errors_can_be_had_without_an_exception() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(0, socket.Send("x"u8, SocketFlags.None, out SocketError sendError));
        Assert.Equal(0, socket.Receive(new byte[1].AsSpan(), SocketFlags.None, out SocketError receiveError));

        Assert.Equal(SocketError.Shutdown, sendError);
        Assert.Equal(SocketError.NotConnected, receiveError);
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_asynchronous_error_comes_by_the_task() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();

        Task<int> send = socket.SendAsync(new byte[1]);

        Assert.True(send.IsFaulted);
        Assert.Equal(SocketError.Shutdown, await Expect.ErrorAsync(() => send));
    });

    [Fact]
    public Task A_listener_has_nothing_to_read() => TestBed.Run(() =>
    {
        using Socket listener = ip.Listener();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => _ = listener.Available));
        Assert.Equal(SocketError.NotConnected, Expect.Error(() => listener.Receive(new byte[1])));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_datagram_without_a_destination_is_refused() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(SocketError.DestinationAddressRequired, Expect.Error(() => socket.Send(new byte[1])));
        Assert.Equal(SocketError.DestinationAddressRequired, await Expect.ErrorAsync(() => socket.SendAsync(new byte[1])));
    });

    [Fact]
    public Task A_listener_without_bind_takes_a_port_that_it_does_not_tell() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.Listen();

        Assert.False(socket.IsBound);
        Assert.Null(socket.LocalEndPoint);
        Assert.Throws<InvalidOperationException>(() => socket.Accept());
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_unconnected_stream_has_nothing_available() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(0, socket.Available);
        return Task.CompletedTask;
    });
}
