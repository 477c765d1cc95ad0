using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Names instead of addresses. Over IPv4: not every operating system gives <c>localhost</c> an IPv6 address.</summary>
public sealed class NameTests
{
    [Fact]
    public Task A_host_name_is_resolved() => TestBed.Run(async () =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using Socket client = IpFamily.IPv4.Tcp();

        await client.ConnectAsync("localhost", Sockets.Port(listener));

        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_host_name_is_resolved_while_blocking() => TestBed.RunBlocking(() =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using Socket client = IpFamily.IPv4.Tcp();

        client.Connect("localhost", Sockets.Port(listener));

        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task A_dns_end_point_is_resolved() => TestBed.Run(async () =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using Socket client = IpFamily.IPv4.Tcp();

        await client.ConnectAsync(new DnsEndPoint("localhost", Sockets.Port(listener)));

        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
    });

    [Fact]
    public Task Hosts_reach_each_other_by_name() => TestBed.RunPair(
        async _ =>
        {
            using var listener = new TcpListener(IPAddress.Any, 47011);
            listener.Start();
            using Socket server = await listener.AcceptSocketAsync();
            byte[] request = await Sockets.ReceiveAllAsync(server, 5);
            await server.SendAsync(request.AsMemory());
        },
        async name =>
        {
            using Socket client = IpFamily.IPv4.Tcp();
            while (await Expect.ErrorAsync(() => client.ConnectAsync(name, 47011)) == SocketError.ConnectionRefused)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestBed.Time);
            }

            await client.SendAsync(Sockets.Text("hello"));
            Assert.Equal("hello", await Sockets.ReceiveTextAsync(client, 5));
        });

    [Fact]
    public Task A_client_connects_by_name_and_talks() => TestBed.Run(async () =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using var client = new TcpClient();
        await client.ConnectAsync("localhost", Sockets.Port(listener));
        using Socket server = await listener.AcceptAsync();

        await client.GetStream().WriteAsync(Sockets.Text("hello"));
        Assert.Equal("hello", await Sockets.ReceiveTextAsync(server, 5));
        await server.SendAsync(Sockets.Text("back"));
        await Expect.UntilAsync(() => client.Available == 4);
    });

    [Fact]
    public Task A_client_connects_in_its_constructor() => TestBed.RunBlocking(() =>
    {
        using Socket listener = IpFamily.IPv4.Listener();
        using var client = new TcpClient("localhost", Sockets.Port(listener));

        Assert.True(client.Connected);
    });

    [Fact]
    public Task A_client_sends_to_a_name() => TestBed.Run(async () =>
    {
        using var peer = new UdpClient(IpFamily.IPv4.AnyLoopbackPort);
        using var client = new UdpClient();

        Assert.Equal(4, client.Send(new byte[4], 4, "localhost", Sockets.Port(peer.Client)));
        Assert.Equal(4, (await peer.ReceiveAsync()).Buffer.Length);
        Assert.Equal(SocketError.HostNotFound, Expect.Error(() => client.Send(new byte[4], 4, "no-such-host.invalid", 9)));
    });

    [Fact]
    public Task Hosts_exchange_datagrams_by_name() => TestBed.RunPair(
        async _ =>
        {
            using var server = new UdpClient(47012);
            UdpReceiveResult request = await server.ReceiveAsync();
            await server.SendAsync(request.Buffer, request.RemoteEndPoint);
        },
        async name =>
        {
            using var client = new UdpClient();
            client.Connect(name, 47012);
            while (true)
            {
                // The server may not be there yet; then the datagram is refused.
                await Expect.ErrorAsync(() => client.SendAsync(Sockets.Text("ping").ToArray(), 4));
                using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50), TestBed.Time);
                try
                {
                    UdpReceiveResult answer = await client.ReceiveAsync(patience.Token);
                    Assert.Equal("ping"u8, answer.Buffer);
                    return;
                }
                catch (Exception exception) when (exception is OperationCanceledException or SocketException)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(5), TestBed.Time);
                }
            }
        });
}
