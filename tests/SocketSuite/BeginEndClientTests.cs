using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>TcpListener, TcpClient, NetworkStream and UdpClient by Begin and End.</summary>
public abstract class BeginEndClientTests(IpFamily ip)
{
    [Fact]
    public Task A_listener_gives_sockets_and_clients() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        using var first = new TcpClient(ip.Family);
        using var second = new TcpClient(ip.Family);
        await first.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using Socket socket = listener.EndAcceptSocket(await Operations.Begin(listener.BeginAcceptSocket));
        await second.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using TcpClient client = listener.EndAcceptTcpClient(await Operations.Begin(listener.BeginAcceptTcpClient));

        Assert.Equal(first.Client.LocalEndPoint, socket.RemoteEndPoint);
        Assert.Equal(second.Client.LocalEndPoint, client.Client.RemoteEndPoint);
    });

    [Fact]
    public Task A_listener_must_have_started() => TestBed.Run(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);

        Assert.Throws<InvalidOperationException>(() => listener.BeginAcceptSocket(null, null));
        Assert.Throws<InvalidOperationException>(() => listener.BeginAcceptTcpClient(null, null));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_client_connects_to_an_address_addresses_or_a_name() => TestBed.Run(async () =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var first = new TcpClient(ip.Family);
        using var second = new TcpClient(ip.Family);
        using var third = new TcpClient(ip.Family);
        first.EndConnect(await Operations.Begin((callback, state) => first.BeginConnect(ip.Loopback, port, callback, state)));
        second.EndConnect(await Operations.Begin((callback, state) => second.BeginConnect([ip.Loopback], port, callback, state)));
        third.EndConnect(await Operations.Begin((callback, state) => third.BeginConnect(ip.Loopback.ToString(), port, callback, state)));

        Assert.All([first, second, third], client => Assert.True(client.Connected));
        Assert.True(third.GetStream().CanRead);
    });

    [Fact]
    public Task A_client_is_refused_at_the_end() => TestBed.Run(async () =>
    {
        using var client = new TcpClient(ip.Family);
        IAsyncResult result = await Operations.Begin((callback, state) => client.BeginConnect(ip.Loopback, ip.Closed.Port, callback, state));

        Assert.Equal(SocketError.ConnectionRefused, Expect.Error(() => client.EndConnect(result)));
    });

    [Fact]
    public Task A_stream_reads_and_writes() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var reader = new NetworkStream(pair.Client);
        using var writer = new NetworkStream(pair.Server);
        byte[] buffer = new byte[10];
        Task<IAsyncResult> read = Operations.Begin((callback, state) => reader.BeginRead(buffer, 1, 9, callback, state));
        writer.EndWrite(await Operations.Begin((callback, state) => writer.BeginWrite([1, 2, 3], 1, 2, callback, state)));

        Assert.Equal(2, reader.EndRead(await read));
        Assert.Equal([0, 2, 3, 0], buffer[..4]);
    });

    [Fact]
    public Task A_stream_wraps_the_error() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);
        Task<IAsyncResult> read = Operations.Begin((callback, state) => stream.BeginRead(new byte[1], 0, 1, callback, state));
        pair.Server.LingerState = new LingerOption(true, 0);
        pair.Server.Close();
        IAsyncResult result = await read;
        IOException exception = Assert.Throws<IOException>(() => stream.EndRead(result));

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
    });

    [Fact]
    public Task A_stream_names_bad_arguments() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        using var stream = new NetworkStream(pair.Client);

        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => stream.BeginRead(null!, 0, 0, null, null)));
        Assert.Equal("offset", Expect.BadArgument<ArgumentOutOfRangeException>(() => stream.BeginRead(new byte[1], -1, 0, null, null)));
        Assert.Equal("count", Expect.BadArgument<ArgumentOutOfRangeException>(() => stream.BeginWrite(new byte[1], 0, 2, null, null)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => stream.BeginWrite(null!, 0, 0, null, null)));
    });

    [Fact]
    public Task A_closed_stream_begins_nothing() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        var stream = new NetworkStream(pair.Client);
        stream.Dispose();

        Assert.Throws<ObjectDisposedException>(() => stream.BeginRead(new byte[1], 0, 1, null, null));
        Assert.Throws<ObjectDisposedException>(() => stream.BeginWrite(new byte[1], 0, 1, null, null));
    });

    [Fact]
    public Task A_blocking_program_reads_and_writes_by_Begin_and_End() => TestBed.RunBlocking(() =>
    {
        using Connection pair = Connection.Make(ip);
        using var reader = new NetworkStream(pair.Client);
        using var writer = new NetworkStream(pair.Server);
        byte[] buffer = new byte[10];
        IAsyncResult read = reader.BeginRead(buffer, 0, 10, null, null);
        writer.EndWrite(writer.BeginWrite([7, 8], 0, 2, null, null));

        Assert.Equal(2, reader.EndRead(read));
    });

    [Fact]
    public Task A_datagram_client_sends_and_receives() => TestBed.Run(async () =>
    {
        using var receiver = new UdpClient(new IPEndPoint(ip.Loopback, 0));
        using var sender = new UdpClient(new IPEndPoint(ip.Loopback, 0));
        var target = (IPEndPoint)receiver.Client.LocalEndPoint!;
        Task<IAsyncResult> receive = Operations.Begin(receiver.BeginReceive);
        int sent = sender.EndSend(await Operations.Begin((callback, state) => sender.BeginSend([1, 2, 3], 2, target, callback, state)));
        IPEndPoint? from = null;
        byte[] received = receiver.EndReceive(await receive, ref from);

        Assert.Equal(2, sent);
        Assert.Equal([1, 2], received);
        Assert.Equal(sender.Client.LocalEndPoint, from);
    });

    [Fact]
    public Task A_datagram_client_sends_to_a_name_and_to_its_peer() => TestBed.Run(async () =>
    {
        using var receiver = new UdpClient(new IPEndPoint(ip.Loopback, 0));
        using var sender = new UdpClient(ip.Family);
        int port = ((IPEndPoint)receiver.Client.LocalEndPoint!).Port;
        string name = ip.Loopback.ToString();
        Assert.Equal(3, sender.EndSend(await Operations.Begin((callback, state) => sender.BeginSend([1, 2, 3], 3, name, port, callback, state))));
        sender.Connect(ip.Loopback, port);
        Assert.Equal(1, sender.EndSend(await Operations.Begin((callback, state) => sender.BeginSend([1, 2, 3], 1, callback, state))));

        Assert.Equal(3, (await receiver.ReceiveAsync()).Buffer.Length);
        Assert.Single((await receiver.ReceiveAsync()).Buffer);
    });

    [Fact]
    public Task A_datagram_client_without_a_peer_must_name_one() => TestBed.Run(() =>
    {
        using var client = new UdpClient(ip.Family);
        IAsyncResult result = client.BeginSend([1], 1, null, null);

        Assert.Equal(SocketError.DestinationAddressRequired, Expect.Error(() => client.EndSend(result)));
        return Task.CompletedTask;
    });
}
