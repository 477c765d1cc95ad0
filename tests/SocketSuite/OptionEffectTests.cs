using System.Net.Sockets;

namespace SocketSuite;

/// <summary>What options without a property do.</summary>
public abstract class OptionEffectTests(IpFamily ip)
{
    private const SocketOptionLevel OfSocket = SocketOptionLevel.Socket;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    public Task A_low_water_mark_is_one_at_least(int set, int kept) => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();
        foreach (Socket socket in new[] { stream, datagrams })
        {
            Assert.Equal(1, socket.GetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater));
            socket.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, set);
            Assert.Equal(kept, socket.GetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater));
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task A_low_water_mark_is_half_of_the_receive_buffer_at_most() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.ReceiveBufferSize = 8192;
        socket.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 1_000_000);
        Assert.Equal(8192, socket.GetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater));

        socket.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, -1);
        Assert.Equal(8192, socket.GetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_stream_is_readable_from_its_low_water_mark_on() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 4);
        await pair.Client.SendAsync(Sockets.Text("abc"));
        await Expect.UntilAsync(() => pair.Server.Available == 3);
        Assert.False(Sockets.IsReadable(pair.Server));

        await pair.Client.SendAsync(Sockets.Text("d"));
        await Expect.UntilAsync(() => Sockets.IsReadable(pair.Server));

        Assert.Equal("abcd", await Sockets.ReceiveTextAsync(pair.Server, 4));
    });

    [Fact]
    public Task A_receive_that_waits_goes_on_from_the_low_water_mark_on() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 4);
        Task<int> receive = pair.Server.ReceiveAsync(new byte[10].AsMemory()).AsTask();
        await pair.Client.SendAsync(Sockets.Text("abc"));
        await Expect.UntilAsync(() => pair.Server.Available == 3);
        Assert.False(receive.IsCompleted);

        await pair.Client.SendAsync(Sockets.Text("def"));

        Assert.InRange(await receive, 4, 6);
    });

    [Fact]
    public Task The_end_lets_a_receive_go_on_below_the_low_water_mark() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 4);
        Task<int> receive = pair.Server.ReceiveAsync(new byte[10].AsMemory()).AsTask();
        await pair.Client.SendAsync(Sockets.Text("abc"));
        pair.Client.Shutdown(SocketShutdown.Send);

        Assert.Equal(3, await receive);
        Assert.Equal(0, await pair.Server.ReceiveAsync(new byte[10].AsMemory()));
    });

    [Fact]
    public Task A_low_water_mark_that_sinks_lets_a_receive_go_on() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 4);
        Task<int> receive = pair.Server.ReceiveAsync(new byte[10].AsMemory()).AsTask();
        await pair.Client.SendAsync(Sockets.Text("abc"));
        await Expect.UntilAsync(() => pair.Server.Available == 3);

        pair.Server.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 2);

        Assert.Equal(3, await receive);
    });

    [Fact]
    public Task A_blocking_receive_waits_for_the_low_water_mark_but_for_no_more_than_its_room() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        pair.Server.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 4);
        pair.Server.ReceiveTimeout = 50;
        pair.Client.Send("abc"u8);

        Assert.Equal(2, pair.Server.Receive(new byte[2]));
        Assert.Equal(1, pair.Server.Receive(new byte[10]));
        pair.Client.Send("defg"u8);
        Assert.Equal(4, pair.Server.Receive(new byte[10]));
        Assert.Equal(SocketError.TimedOut, Expect.Error(() => pair.Server.Receive(new byte[10])));
    });

    [Fact]
    public Task Datagrams_know_no_low_water_mark() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.Udp();
        receiver.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 100);
        sender.SendTo("a"u8, receiver.LocalEndPoint!);
        await Expect.UntilAsync(() => Sockets.IsReadable(receiver));

        Assert.Equal(1, receiver.Receive(new byte[10]));
    });

    [Fact]
    public Task An_accepted_socket_inherits_the_flags_of_the_listener() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        listener.SetSocketOption(OfSocket, SocketOptionName.OutOfBandInline, 1);
        listener.SetSocketOption(OfSocket, SocketOptionName.DontRoute, 1);
        listener.SetSocketOption(OfSocket, SocketOptionName.Broadcast, 1);
        listener.SetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater, 3);
        listener.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.PacketInformation, 1);
        using Socket client = ip.Tcp();
        await client.ConnectAsync(listener.LocalEndPoint!);
        using Socket server = await listener.AcceptAsync();

        Assert.Equal(1, server.GetSocketOption(OfSocket, SocketOptionName.OutOfBandInline));
        Assert.Equal(1, server.GetSocketOption(OfSocket, SocketOptionName.DontRoute));
        Assert.Equal(1, server.GetSocketOption(OfSocket, SocketOptionName.Broadcast));
        Assert.Equal(3, server.GetSocketOption(OfSocket, SocketOptionName.ReceiveLowWater));
        Assert.Equal(1, server.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.PacketInformation));
        Assert.Equal(0, server.GetSocketOption(OfSocket, SocketOptionName.AcceptConnection));
    });

    [Fact]
    public Task Urgent_bytes_that_are_wanted_inline_stay_in_their_place() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Server.SetSocketOption(OfSocket, SocketOptionName.OutOfBandInline, 1);
        await pair.Client.SendAsync(Sockets.Text("ab"));
        Assert.Equal(1, pair.Client.Send("!"u8, SocketFlags.OutOfBand));
        await pair.Client.SendAsync(Sockets.Text("cd"));

        Assert.Equal("ab!cd", await Sockets.ReceiveTextAsync(pair.Server, 5));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => pair.Server.Receive(new byte[1], SocketFlags.OutOfBand)));
    });

    [Fact]
    public Task Without_a_route_a_socket_still_reaches_its_own_host() => TestBed.Run(async () =>
    {
        using Socket listener = ip.Listener();
        using Socket client = ip.Tcp();
        client.SetSocketOption(OfSocket, SocketOptionName.DontRoute, 1);
        await client.ConnectAsync(listener.LocalEndPoint!);
        using Socket server = await listener.AcceptAsync();
        await client.SendAsync(Sockets.Text("x"), SocketFlags.DontRoute);

        Assert.Equal("x", await Sockets.ReceiveTextAsync(server, 1));
    });

    [Fact]
    public Task The_error_of_a_connect_in_the_background_is_told_once() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Tcp();
        socket.Blocking = false;
        Expect.Error(() => socket.Connect(ip.Closed));
        await Expect.UntilAsync(() => socket.Poll(0, SelectMode.SelectError));

        Assert.Equal((int)SocketError.ConnectionRefused, socket.GetSocketOption(OfSocket, SocketOptionName.Error));
        Assert.Equal(0, socket.GetSocketOption(OfSocket, SocketOptionName.Error));
    });

    [Fact]
    public Task The_error_of_a_datagram_that_nobody_took_is_told_once() => TestBed.Run(async () =>
    {
        using Socket socket = ip.Udp();
        socket.Connect(ip.Closed);
        socket.Send("x"u8);
        await Expect.UntilAsync(() => socket.Poll(0, SelectMode.SelectError));

        Assert.Equal((int)SocketError.ConnectionRefused, socket.GetSocketOption(OfSocket, SocketOptionName.Error));
        Assert.Equal(0, socket.GetSocketOption(OfSocket, SocketOptionName.Error));
        Assert.Equal(1, socket.Send("x"u8));
    });

    [Fact]
    public Task What_is_sent_goes_at_once_once_delay_is_off() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Assert.False(pair.Client.NoDelay);
        pair.Client.NoDelay = true;
        for (int i = 0; i < 20; i++)
        {
            await pair.Client.SendAsync(new byte[] { (byte)i });
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (byte)i), await Sockets.ReceiveAllAsync(pair.Server, 20));
        Assert.True(pair.Client.NoDelay);
    });

    [Fact]
    public Task Packet_information_may_be_asked_for_beforehand() => TestBed.Run(async () =>
    {
        using Socket receiver = ip.BoundUdp();
        using Socket sender = ip.BoundUdp();
        receiver.SetSocketOption(ip.IsIPv6 ? SocketOptionLevel.IPv6 : SocketOptionLevel.IP, SocketOptionName.PacketInformation, true);
        sender.SendTo("x"u8, receiver.LocalEndPoint!);

        SocketReceiveMessageFromResult result = await receiver.ReceiveMessageFromAsync(new byte[4], ip.AnyLoopbackPort);

        Assert.Equal(ip.Loopback, result.PacketInformation.Address);
        Assert.Equal(sender.LocalEndPoint, result.RemoteEndPoint);
        Assert.NotEqual(0, result.PacketInformation.Interface);
    });
}
