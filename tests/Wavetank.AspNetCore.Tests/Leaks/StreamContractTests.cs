using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Engine;
using NetworkStream = Wavetank.Sockets.NetworkStream;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>What Kestrel and HttpClient rely on when they give a connection up: without it a wait would go on that nothing ends.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class StreamContractTests
{
    [Fact]
    public async Task Disposing_a_stream_fails_its_pending_read_at_once()
    {
        using var lab = new WebLab();
        lab.Server.Run(async () =>
        {
            var listener = new TcpListener(IPAddress.Any, 5000);
            listener.Start();
            using TcpClient peer = await listener.AcceptTcpClientAsync();
            await lab.Network.Delay(TimeSpan.FromHours(1));
        });
        var failure = new IOException();
        SimulationTime disposed = default, failed = default;

        await lab.RunAsync(async _ =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync("server", 5000, TestContext.Current.CancellationToken);
            NetworkStream stream = client.GetStream();
            Task<int> read = stream.ReadAsync(new byte[10], TestContext.Current.CancellationToken).AsTask();
            await lab.Network.Delay(TimeSpan.FromSeconds(1));
            disposed = lab.Network.Now;
            await stream.DisposeAsync();
            failure = await Assert.ThrowsAsync<IOException>(() => read);
            failed = lab.Network.Now;
        });

        Assert.Equal(SocketError.OperationAborted, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Equal(disposed, failed);
    }

    [Fact]
    public async Task A_connection_that_its_handler_leaves_is_closed_and_both_its_pipes_completed()
    {
        using var lab = new WebLab();
        IDuplexPipe? pipes = null;
        lab.Serve(
            _ => { },
            builder =>
            {
                builder.WebHost.UseUrls();
                builder.WebHost.ConfigureKestrel(options => options.ListenAnyIP(80, listen => listen.Run(async connection =>
                {
                    pipes = connection.Transport;
                    await pipes.Output.WriteAsync("bye"u8.ToArray());
                })));
            });
        string heard = "";
        TimeSpan at = default;

        await lab.RunAsync(async _ =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync("server", 80, TestContext.Current.CancellationToken);
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            heard = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            at = lab.Network.Now.ToTimeSpan();
        });

        // The handshake, and its half for what the server says then.
        Assert.Equal(("bye", TimeSpan.FromMilliseconds(200)), (heard, at));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pipes!.Input.ReadAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pipes!.Output.WriteAsync(new byte[1], TestContext.Current.CancellationToken));
    }
}
