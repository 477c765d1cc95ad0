using System.Net.Sockets;

#pragma warning disable CA1416 // Some options are Windows': what Linux makes of them is the point.

namespace SocketSuite;

public abstract class SendFileTests(IpFamily ip)
{
    [Fact]
    public Task A_file_is_sent() => TestBed.Run(async () =>
    {
        using var file = new TemporaryFile(Sockets.Pattern(300_000));
        using Connection pair = await Connection.MakeAsync(ip);
        ValueTask send = pair.Client.SendFileAsync(file.Path);
        byte[] received = await Sockets.ReceiveAllAsync(pair.Server, 300_000);
        await send;

        Assert.True(Sockets.Pattern(300_000).AsSpan().SequenceEqual(received));
    });

    [Fact]
    public Task Bytes_go_before_and_after_the_file() => TestBed.Run(async () =>
    {
        using var file = new TemporaryFile([3, 4]);
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendFileAsync(file.Path, new byte[] { 1, 2 }, new byte[] { 5 }, TransmitFileOptions.UseDefaultWorkerThread);

        Assert.Equal([1, 2, 3, 4, 5], await Sockets.ReceiveAllAsync(pair.Server, 5));
    });

    [Fact]
    public Task Bytes_go_without_a_file() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendFileAsync(null, new byte[] { 1, 2 }, new byte[] { 5 }, TransmitFileOptions.UseDefaultWorkerThread);
        pair.Client.SendFile(null, new byte[] { 6 }, null, TransmitFileOptions.UseDefaultWorkerThread);

        Assert.Equal([1, 2, 5, 6], await Sockets.ReceiveAllAsync(pair.Server, 4));
    });

    [Fact]
    public Task A_blocking_program_sends_a_file() => TestBed.RunBlocking(() =>
    {
        using var file = new TemporaryFile(Sockets.Pattern(1000));
        using Connection pair = Connection.Make(ip);
        pair.Client.SendFile(file.Path);
        pair.Client.SendFile(file.Path, "ab"u8, "c"u8, TransmitFileOptions.UseDefaultWorkerThread);
        pair.Client.Shutdown(SocketShutdown.Send);
        int total = 0, received;
        byte[] buffer = new byte[5000];
        while ((received = pair.Server.Receive(buffer, total, buffer.Length - total, SocketFlags.None)) > 0)
        {
            total += received;
        }

        Assert.Equal([.. Sockets.Pattern(1000), .. "ab"u8, .. Sockets.Pattern(1000), .. "c"u8], buffer[..total]);
    });

    [Fact]
    public Task A_file_is_sent_by_Begin_and_End() => TestBed.Run(async () =>
    {
        using var file = new TemporaryFile([1, 2, 3]);
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.EndSendFile(await Operations.Begin((callback, state) => pair.Client.BeginSendFile(file.Path, callback, state)));
        pair.Client.EndSendFile(await Operations.Begin(
            (callback, state) => pair.Client.BeginSendFile(file.Path, [9], [8], TransmitFileOptions.UseDefaultWorkerThread, callback, state)));

        Assert.Equal([1, 2, 3, 9, 1, 2, 3, 8], await Sockets.ReceiveAllAsync(pair.Server, 8));
    });

    [Fact]
    public Task A_file_that_is_not_there_sends_nothing() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Throws<FileNotFoundException>(() => pair.Client.SendFile("no-such-file", new byte[] { 1 }, null, TransmitFileOptions.UseDefaultWorkerThread));
        await Expect.ThrowsAsync<FileNotFoundException>(() => pair.Client.SendFileAsync("no-such-file").AsTask());
        Assert.Equal(0, pair.Server.Available);
        Assert.True(pair.Client.Connected);
    });

    [Fact]
    public Task A_socket_without_a_connection_sends_no_file() => TestBed.Run(async () =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.BoundUdp();
        await datagrams.ConnectAsync(datagrams.LocalEndPoint!);

        Assert.Throws<NotSupportedException>(() => stream.SendFile(null));
        Assert.Throws<NotSupportedException>(() => datagrams.SendFile(null));
        await Expect.ThrowsAsync<NotSupportedException>(() => stream.SendFileAsync(null).AsTask());
        await Expect.ThrowsAsync<NotSupportedException>(() => datagrams.SendFileAsync(null).AsTask());
    });

    [Fact]
    public Task Options_of_Windows_are_refused_by_the_synchronous_call() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);

        Assert.Throws<PlatformNotSupportedException>(() => pair.Client.SendFile(null, new byte[] { 1 }, null, TransmitFileOptions.Disconnect));
        Assert.Throws<PlatformNotSupportedException>(() => pair.Client.SendFile(null, new byte[] { 1 }, null, TransmitFileOptions.WriteBehind));
        Assert.True(pair.Client.Connected);
    });

    [Theory]
    [InlineData(TransmitFileOptions.Disconnect, false)]
    [InlineData(TransmitFileOptions.ReuseSocket, false)]
    [InlineData(TransmitFileOptions.WriteBehind, true)]
    [InlineData(TransmitFileOptions.UseSystemThread, true)]
    public Task An_asynchronous_call_may_end_the_connection(TransmitFileOptions options, bool connected) => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendFileAsync(null, new byte[] { 1 }, default, options);

        Assert.Equal(connected, pair.Client.Connected);
        Assert.Equal(1, await pair.Server.ReceiveAsync(new byte[1]));
    });

    [Fact]
    public Task A_token_that_is_cancelled_sends_nothing() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        ValueTask send = pair.Client.SendFileAsync(null, new byte[1], default, TransmitFileOptions.UseDefaultWorkerThread, new CancellationToken(canceled: true));

        Assert.True(send.IsCanceled);
        Assert.Equal(0, pair.Server.Available);
    });

    [Fact]
    public Task A_closed_socket_sends_no_file() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        pair.Client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pair.Client.SendFile(null));
        await Expect.ThrowsAsync<ObjectDisposedException>(() => pair.Client.SendFileAsync(null).AsTask());
    });
}
