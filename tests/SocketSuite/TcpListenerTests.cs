using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class TcpListenerTests(IpFamily ip)
{
    [Fact]
    public Task A_started_listener_accepts_clients() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        using var client = new TcpClient(ip.Family);
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);

        using TcpClient server = await listener.AcceptTcpClientAsync();

        Assert.True(server.Connected);
        Assert.Equal(client.Client.LocalEndPoint, server.Client.RemoteEndPoint);
    });

    [Fact]
    public Task A_started_listener_accepts_sockets_while_blocking() => TestBed.RunBlocking(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        using var client = new TcpClient(ip.Family);
        client.Connect((IPEndPoint)listener.LocalEndpoint);

        using Socket server = listener.AcceptSocket();

        Assert.True(server.Connected);
        Assert.True(client.Connected);
    });

    [Fact]
    public Task Pending_tells_whether_a_connection_waits() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        Assert.False(listener.Pending());
        using var client = new TcpClient(ip.Family);
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);

        await Expect.UntilAsync(listener.Pending);
    });

    [Fact]
    public Task A_listener_must_be_started() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 1234);

        Assert.Equal(new IPEndPoint(ip.Loopback, 1234), listener.LocalEndpoint);
        Assert.Throws<InvalidOperationException>(() => listener.AcceptSocket());
        Assert.Throws<InvalidOperationException>(() => listener.AcceptTcpClient());
        Assert.Throws<InvalidOperationException>(() => listener.Pending());
        await Expect.ThrowsAsync<InvalidOperationException>(() => listener.AcceptTcpClientAsync());
    });

    [Fact]
    public Task Starting_twice_is_harmless() => TestBed.Run(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        EndPoint address = listener.LocalEndpoint;
        listener.Start();

        Assert.Equal(address, listener.LocalEndpoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_listener_may_be_started_again() => TestBed.Run(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        listener.Stop();
        Assert.False(listener.Server.IsBound);
        listener.Start();

        Assert.True(listener.Server.IsBound);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Stopping_aborts_an_accept() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        Task<TcpClient> accept = listener.AcceptTcpClientAsync();
        listener.Stop();

        Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => accept));
    });

    [Fact]
    public Task An_address_in_use_fails_the_start() => TestBed.Run(() =>
    {
        using var first = new TcpListener(ip.Loopback, 0);
        first.Start();
        using var second = new TcpListener((IPEndPoint)first.LocalEndpoint);

        Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(second.Start));
        Assert.False(second.Server.IsBound);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Exclusive_use_is_chosen_before_the_start() => TestBed.Run(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        Assert.True(listener.ExclusiveAddressUse);
        listener.ExclusiveAddressUse = false;
        listener.Start();

        Assert.Throws<InvalidOperationException>(() => listener.ExclusiveAddressUse = true);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Arguments_are_checked() => TestBed.Run(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);

        Assert.Equal("localEP", Expect.BadArgument<ArgumentNullException>(() => _ = new TcpListener((IPEndPoint)null!)));
        Assert.Equal("localaddr", Expect.BadArgument<ArgumentNullException>(() => _ = new TcpListener(null!, 1)));
        Assert.Equal("backlog", Expect.BadArgument<ArgumentOutOfRangeException>(() => listener.Start(-1)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Create_listens_at_both_families() => TestBed.Run(async () =>
    {
        using TcpListener listener = TcpListener.Create(0);
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Any, 0), listener.LocalEndpoint);
        Assert.True(listener.Server.DualMode);
        listener.Start();
        using var client = new TcpClient(ip.Family);

        await client.ConnectAsync(ip.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port);

        Assert.True(client.Connected);
    });

    [Fact]
    public Task An_accept_is_cancelled() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        using var source = new CancellationTokenSource();
        Task<TcpClient> accept = listener.AcceptTcpClientAsync(source.Token).AsTask();
        source.Cancel();

        await Expect.ThrowsAsync<OperationCanceledException>(() => accept);
    });
}
