using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class TcpClientTests(IpFamily ip)
{
    [Fact]
    public Task A_new_client_has_dual_mode_and_is_not_connected() => TestBed.Run(() =>
    {
        using var client = new TcpClient();

        Assert.Equal(AddressFamily.InterNetworkV6, client.Client.AddressFamily);
        Assert.True(client.Client.DualMode);
        Assert.False(client.Connected);
        Assert.Equal(0, client.Available);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_client_may_have_a_local_end() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using var client = new TcpClient(ip.AnyLoopbackPort);
        int port = Sockets.Port(client.Client);
        await client.ConnectAsync([ip.Loopback], Sockets.Port(listener));

        Assert.Equal(port, Sockets.Port(client.Client));
    });

    [Fact]
    public Task A_closed_port_refuses() => TestBed.Run(async () =>
    {
        using var client = new TcpClient();

        Assert.Equal(SocketError.ConnectionRefused, await Expect.ErrorAsync(() => client.ConnectAsync("localhost", 1)));
        Assert.False(client.Connected);
    });

    [Fact]
    public Task A_closed_port_refuses_while_blocking() => TestBed.RunBlocking(() =>
    {
        using var client = new TcpClient();

        Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => client.Connect("localhost", 1)));
        Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => _ = new TcpClient("localhost", 1)));
    });

    [Fact]
    public Task The_stream_is_always_the_same() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using var client = new TcpClient();
        Assert.Throws<InvalidOperationException>(client.GetStream);
        await client.ConnectAsync((IPEndPoint)listener.LocalEndPoint!);

        Assert.Same(client.GetStream(), client.GetStream());
    });

    [Fact]
    public Task Closing_the_client_closes_its_stream() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndPoint!);
        using Socket server = await listener.AcceptAsync();
        NetworkStream stream = client.GetStream();
        client.Close();

        Assert.False(stream.CanRead);
        Assert.Equal(0, await server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task A_closed_client_says_so() => TestBed.Run(() =>
    {
        var client = new TcpClient();
        client.Dispose();

        Assert.False(client.Connected);
        Assert.Null(client.Client);
        Assert.Equal(0, client.Available);
        Assert.Throws<ObjectDisposedException>(client.GetStream);
        Assert.Throws<ObjectDisposedException>(() => client.Connect("localhost", 1));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_client_has_the_sockets_options() => TestBed.Run(() =>
    {
        using var client = new TcpClient { NoDelay = true, ReceiveTimeout = 5, SendTimeout = 6, ReceiveBufferSize = 10_000, SendBufferSize = 20_000 };
        client.LingerState = new LingerOption(true, 1);

        Assert.True(client.Client.NoDelay);
        Assert.Equal(5, client.Client.ReceiveTimeout);
        Assert.Equal(6, client.SendTimeout);
        Assert.Equal(20_000, client.ReceiveBufferSize);
        Assert.Equal(40_000, client.SendBufferSize);
        Assert.True(client.LingerState.Enabled);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Arguments_are_checked() => TestBed.Run(() =>
    {
        Assert.Equal("family", Expect.BadArgument<ArgumentException>(() => _ = new TcpClient(AddressFamily.AppleTalk)));
        Assert.Equal("hostname", Expect.BadArgument<ArgumentNullException>(() => _ = new TcpClient(null!, 1)));
        Assert.Equal("localEP", Expect.BadArgument<ArgumentNullException>(() => _ = new TcpClient((IPEndPoint)null!)));
        return Task.CompletedTask;
    });
}
