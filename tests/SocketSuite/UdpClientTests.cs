using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public abstract class UdpClientTests(IpFamily ip)
{
    private static readonly byte[] Bytes = new byte[10];

    [Fact]
    public Task Clients_exchange_datagrams() => TestBed.Run(async () =>
    {
        using var first = new UdpClient(ip.AnyLoopbackPort);
        using var second = new UdpClient(ip.AnyLoopbackPort);

        Assert.Equal(3, await first.SendAsync(Sockets.Text("abc"), (IPEndPoint)second.Client.LocalEndPoint!));
        UdpReceiveResult result = await second.ReceiveAsync();

        Assert.Equal("abc"u8, result.Buffer);
        Assert.Equal(first.Client.LocalEndPoint, result.RemoteEndPoint);
    });

    [Fact]
    public Task Clients_exchange_datagrams_while_blocking() => TestBed.RunBlocking(() =>
    {
        using var first = new UdpClient(ip.AnyLoopbackPort);
        using var second = new UdpClient(ip.AnyLoopbackPort);
        IPEndPoint? from = null;

        Assert.Equal(3, first.Send("abc"u8.ToArray(), 3, (IPEndPoint)second.Client.LocalEndPoint!));

        Assert.Equal("abc"u8, second.Receive(ref from));
        Assert.Equal(first.Client.LocalEndPoint, from);
    });

    [Fact]
    public Task A_connected_client_sends_to_its_peer_only() => TestBed.Run(async () =>
    {
        using var peer = new UdpClient(ip.AnyLoopbackPort);
        using var client = new UdpClient(ip.Family);
        client.Connect((IPEndPoint)peer.Client.LocalEndPoint!);

        Assert.Equal(2, await client.SendAsync(Bytes, 2));
        Assert.Equal(2, (await peer.ReceiveAsync()).Buffer.Length);
        Assert.Throws<InvalidOperationException>(() => client.Send(Bytes, 1, ip.Closed));
        await Expect.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(Bytes, 1, ip.Closed));
    });

    [Fact]
    public Task A_client_without_a_peer_needs_a_destination() => TestBed.Run(() =>
    {
        using var client = new UdpClient();

        Assert.False(client.Client.IsBound);
        Assert.Throws<InvalidOperationException>(() => client.Send(Bytes, 1));
        Assert.Throws<InvalidOperationException>(() => client.Send("x"u8));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Several_receives_may_wait() => TestBed.Run(async () =>
    {
        using var receiver = new UdpClient(ip.AnyLoopbackPort);
        using var sender = new UdpClient(ip.Family);
        Task<UdpReceiveResult> first = receiver.ReceiveAsync();
        Task<UdpReceiveResult> second = receiver.ReceiveAsync();
        var address = (IPEndPoint)receiver.Client.LocalEndPoint!;
        await sender.SendAsync(Sockets.Text("a"), address);
        await sender.SendAsync(Sockets.Text("b"), address);

        // The platform's UdpClient has one buffer for all its receives, so which letter each of them sees is a race there.
        Assert.Single((await first).Buffer);
        Assert.Single((await second).Buffer);
    });

    [Fact]
    public Task A_receive_needs_a_bound_client() => TestBed.Run(async () =>
    {
        using var client = new UdpClient();
        IPEndPoint? from = null;

        Assert.Throws<InvalidOperationException>(() => client.Receive(ref from));
        await Expect.ThrowsAsync<InvalidOperationException>(() => client.ReceiveAsync());
    });

    [Fact]
    public Task A_blocking_receive_times_out() => TestBed.RunBlocking(() =>
    {
        using var client = new UdpClient(0);
        client.Client.ReceiveTimeout = 20;
        IPEndPoint? from = null;

        Assert.Equal(SocketError.TimedOut, Expect.Error(() => client.Receive(ref from)));
    });

    [Fact]
    public Task A_receive_is_cancelled() => TestBed.Run(async () =>
    {
        using var client = new UdpClient(0);
        using var source = new CancellationTokenSource();
        Task<UdpReceiveResult> receive = client.ReceiveAsync(source.Token).AsTask();
        source.Cancel();

        await Expect.ThrowsAsync<OperationCanceledException>(() => receive);
    });

    [Fact]
    public Task A_closed_client_says_so() => TestBed.Run(async () =>
    {
        var client = new UdpClient(0);
        Task<UdpReceiveResult> receive = client.ReceiveAsync();
        client.Close();

        Assert.Equal(SocketError.OperationAborted, await Expect.ErrorAsync(() => receive));
        Assert.Null(client.Client);
        Assert.Throws<ObjectDisposedException>(() => client.Send(Bytes, 1, ip.Closed));
    });

    [Fact]
    public Task Arguments_are_checked() => TestBed.Run(() =>
    {
        using var client = new UdpClient(ip.Family);
        client.Connect(ip.Closed);

        Assert.Equal("dgram", Expect.BadArgument<ArgumentNullException>(() => client.Send(null!, 1)));
        Assert.Equal("size", Expect.BadArgument<ArgumentOutOfRangeException>(() => client.Send(Bytes, 11)));
        Assert.Equal("family", Expect.BadArgument<ArgumentException>(() => _ = new UdpClient(AddressFamily.AppleTalk)));
        Assert.Equal("localEP", Expect.BadArgument<ArgumentNullException>(() => _ = new UdpClient((IPEndPoint)null!)));
        return Task.CompletedTask;
    });
}
