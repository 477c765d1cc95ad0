using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Members of the clients and of the listener that other tests have no need of.</summary>
public abstract class ClientOverloadTests(IpFamily ip)
{
    private static readonly byte[] Abc = "abc"u8.ToArray();

    [Fact]
    public Task A_client_connects_by_every_overload() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        foreach (Func<TcpClient, ValueTask> connect in new Func<TcpClient, ValueTask>[]
        {
            client => client.ConnectAsync(ip.Loopback, port, CancellationToken.None),
            client => client.ConnectAsync([ip.Loopback], port, CancellationToken.None),
            client => client.ConnectAsync(ip.Loopback.ToString(), port, CancellationToken.None),
            client => client.ConnectAsync((IPEndPoint)listener.LocalEndPoint!, CancellationToken.None),
            client => new(client.ConnectAsync((IPEndPoint)listener.LocalEndPoint!)),
        })
        {
            using var client = new TcpClient(ip.Family);
            await connect(client);
            using Socket server = await listener.AcceptAsync();

            Assert.True(client.Connected);
            Assert.Equal(client.Client.LocalEndPoint, server.RemoteEndPoint);
        }
    });

    [Fact]
    public Task A_client_connects_by_every_blocking_overload() => TestBed.RunBlocking(() =>
    {
        using Socket listener = ip.Listener();
        int port = Sockets.Port(listener);
        foreach (Action<TcpClient> connect in new Action<TcpClient>[]
        {
            client => client.Connect(ip.Loopback, port),
            client => client.Connect([ip.Loopback], port),
            client => client.Connect(ip.Loopback.ToString(), port),
            client => client.Connect((IPEndPoint)listener.LocalEndPoint!),
        })
        {
            using var client = new TcpClient(ip.Family);
            connect(client);
            using Socket server = listener.Accept();

            Assert.True(client.Connected);
        }
    });

    [Fact]
    public Task A_client_does_not_connect_with_a_token_that_is_cancelled() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using var client = new TcpClient(ip.Family);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Expect.ThrowsAsync<TaskCanceledException>(() => client.ConnectAsync(ip.Loopback, Sockets.Port(listener), source.Token).AsTask());

        Assert.False(client.Connected);
        Assert.False(Sockets.IsReadable(listener));
    });

    [Fact]
    public Task A_client_takes_another_socket() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var client = new TcpClient(ip.Family);
        client.Client.Dispose();
        client.Client = pair.Client;

        Assert.True(client.Connected);
        await client.GetStream().WriteAsync(Abc);
        Assert.Equal("abc", await Sockets.ReceiveTextAsync(pair.Server, 3));
    });

    [Fact]
    public Task A_client_tells_what_was_set() => TestBed.Run(() =>
    {
        using var client = new TcpClient(ip.Family) { NoDelay = true, ReceiveTimeout = 5, ExclusiveAddressUse = false };

        Assert.True(client.NoDelay);
        Assert.Equal(5, client.ReceiveTimeout);
        Assert.False(client.ExclusiveAddressUse);
        Assert.Equal(0, client.Available);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_listener_accepts_a_socket_with_a_token() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        using var source = new CancellationTokenSource();
        Task<Socket> waiting = listener.AcceptSocketAsync(source.Token).AsTask();
        await source.CancelAsync();
        await Expect.ThrowsAsync<OperationCanceledException>(() => waiting);
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndpoint);

        using Socket server = await listener.AcceptSocketAsync(CancellationToken.None);

        Assert.Equal(client.LocalEndPoint, server.RemoteEndPoint);
    });

    [Fact]
    public Task A_listener_that_is_disposed_frees_its_port() => TestBed.Run(() =>
    {
        var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        var local = (IPEndPoint)listener.LocalEndpoint;
        listener.Dispose();
        using Socket next = ip.Tcp();
        next.Bind(local);
        next.Listen();

        Assert.Equal(local, next.LocalEndPoint);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Datagrams_are_sent_by_every_asynchronous_overload() => TestBed.Run(async () =>
    {
        using var receiver = new UdpClient(ip.AnyLoopbackPort);
        var to = (IPEndPoint)receiver.Client.LocalEndPoint!;
        using var free = new UdpClient(0, ip.Family);
        using var connected = new UdpClient(ip.Loopback.ToString(), to.Port);
        foreach (Func<ValueTask<int>> send in new Func<ValueTask<int>>[]
        {
            () => new(free.SendAsync(Abc, 3, to)),
            () => new(free.SendAsync(Abc, 3, ip.Loopback.ToString(), to.Port)),
            () => free.SendAsync(Abc.AsMemory(), to, CancellationToken.None),
            () => free.SendAsync(Abc.AsMemory(), ip.Loopback.ToString(), to.Port, CancellationToken.None),
            () => connected.SendAsync(Abc.AsMemory(), CancellationToken.None),
            () => new(connected.SendAsync(Abc, 3)),
        })
        {
            Assert.Equal(3, await send());
            Assert.Equal(Abc, (await receiver.ReceiveAsync(CancellationToken.None)).Buffer);
        }
    });

    [Fact]
    public Task Datagrams_are_sent_by_every_blocking_overload() => TestBed.RunBlocking(() =>
    {
        using var receiver = new UdpClient(ip.AnyLoopbackPort);
        var to = (IPEndPoint)receiver.Client.LocalEndPoint!;
        using var free = new UdpClient(0, ip.Family);
        using var connected = new UdpClient(ip.Loopback.ToString(), to.Port);
        foreach (Func<int> send in new Func<int>[]
        {
            () => free.Send("abc"u8, to),
            () => free.Send("abc"u8, ip.Loopback.ToString(), to.Port),
            () => free.Send(Abc, 3, to),
            () => free.Send(Abc, 3, ip.Loopback.ToString(), to.Port),
            () => connected.Send("abc"u8),
            () => connected.Send(Abc, 3),
        })
        {
            IPEndPoint? from = null;
            Assert.Equal(3, send());
            Assert.Equal(Abc, receiver.Receive(ref from));
            Assert.Equal(ip.Loopback, from.Address);
        }
    });

    [Fact]
    public Task A_datagram_client_has_the_sockets_options() => TestBed.Run(() =>
    {
        using var client = new UdpClient(ip.Family) { Ttl = 9, EnableBroadcast = true, MulticastLoopback = false, ExclusiveAddressUse = false };

        Assert.Equal((9, 9), (client.Ttl, client.Client.Ttl));
        Assert.True(client.EnableBroadcast);
        Assert.False(client.MulticastLoopback);
        Assert.False(client.ExclusiveAddressUse);
        Assert.Equal(0, client.Available);
        if (ip.IsIPv6)
        {
            Assert.Throws<NotSupportedException>(() => client.DontFragment = true);
        }
        else
        {
            client.DontFragment = true;
            Assert.True(client.DontFragment);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task A_datagram_client_takes_another_socket() => TestBed.Run(async () =>
    {
        using Socket sender = ip.BoundUdp();
        using var client = new UdpClient(ip.Family);
        client.Client.Dispose();
        client.Client = ip.BoundUdp();
        sender.SendTo(Abc, client.Client.LocalEndPoint!);
        await Expect.UntilAsync(() => client.Available == 3);

        Assert.Equal(sender.LocalEndPoint, (await client.ReceiveAsync()).RemoteEndPoint);
        client.Dispose();
        Assert.Throws<ObjectDisposedException>(() => client.Send(Abc, 3, (IPEndPoint)sender.LocalEndPoint!));
    });

    [Fact]
    public Task A_datagram_client_joins_and_leaves_a_group_on_an_interface() => TestBed.Run(() =>
    {
        using var client = new UdpClient(ip.AnyLoopbackPort);
        IPAddress group = IPAddress.Parse(ip.IsIPv6 ? "ff02::7" : "239.255.1.7");
        if (ip.IsIPv6)
        {
            client.JoinMulticastGroup(1, group);
            Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => client.JoinMulticastGroup(1, group)));
            client.DropMulticastGroup(group, 1);
            Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => client.DropMulticastGroup(group, 1)));
        }
        else
        {
            client.JoinMulticastGroup(group, IPAddress.Loopback);
            Assert.Equal(SocketError.AddressAlreadyInUse, Expect.Error(() => client.JoinMulticastGroup(group, IPAddress.Loopback)));
            client.Client.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.DropMembership, new MulticastOption(group, IPAddress.Loopback));
            client.JoinMulticastGroup(group, IPAddress.Loopback);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task A_datagram_client_names_bad_groups() => TestBed.Run(() =>
    {
        using var client = new UdpClient(ip.AnyLoopbackPort);
        IPAddress other = IPAddress.Parse(ip.IsIPv6 ? "239.255.1.7" : "ff02::7");

        Assert.Equal("multicastAddr", Expect.BadArgument<ArgumentNullException>(() => client.JoinMulticastGroup(null!)));
        Assert.Equal("multicastAddr", Expect.BadArgument<ArgumentException>(() => client.JoinMulticastGroup(other)));
        Assert.Equal("timeToLive", Expect.BadArgument<ArgumentOutOfRangeException>(() => client.JoinMulticastGroup(other, 256)));
        Assert.Equal("multicastAddr", Expect.BadArgument<ArgumentNullException>(() => client.DropMulticastGroup(null!)));
        Assert.Equal("multicastAddr", Expect.BadArgument<ArgumentException>(() => client.DropMulticastGroup(other)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_name_has_the_addresses_of_the_family() => TestBed.Run(async () =>
    {
        IPHostEntry all = await Dns.GetHostEntryAsync("localhost", CancellationToken.None);
        Assert.Contains(all.AddressList, IPAddress.IsLoopback);
        Assert.Equal([ip.Loopback], await Dns.GetHostAddressesAsync(ip.Loopback.ToString(), ip.Family, CancellationToken.None));

        // Not every machine has a name for its IPv6 loopback.
        IPHostEntry entry = await Dns.GetHostEntryAsync("localhost", AddressFamily.InterNetwork, CancellationToken.None);
        Assert.All(entry.AddressList, address => Assert.Equal(AddressFamily.InterNetwork, address.AddressFamily));
    });

    [Fact]
    public Task A_question_with_a_token_that_is_cancelled_is_not_asked() => TestBed.Run(async () =>
    {
        var cancelled = new CancellationToken(canceled: true);

        await Expect.ThrowsAsync<TaskCanceledException>(() => Dns.GetHostEntryAsync("localhost", ip.Family, cancelled));
        await Expect.ThrowsAsync<TaskCanceledException>(() => Dns.GetHostEntryAsync("localhost", cancelled));
        await Expect.ThrowsAsync<TaskCanceledException>(() => Dns.GetHostAddressesAsync("localhost", ip.Family, cancelled));
    });

    [Fact]
    public Task A_blocking_program_asks_for_the_addresses_of_a_family() => TestBed.RunBlocking(() =>
    {
        Assert.Equal([IPAddress.Loopback], Dns.GetHostEntry("localhost", AddressFamily.InterNetwork).AddressList);
        Assert.Equal([ip.Loopback], Dns.GetHostAddresses(ip.Loopback.ToString(), ip.Family));
    });
}
