using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Wavetank.Devices;
using Wavetank.Links;
using NetworkStream = Wavetank.Sockets.NetworkStream;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.AspNetCore.Tests.Pool;

/// <summary>
/// Programs that could not do without the thread pool. Each writes to sockets what it finds out, in the order in which it does, so that
/// another order is another digest.
/// </summary>
internal static class PoolWorkloads
{
    private const int Port = 5000;
    private const int Clients = 8;

    public static Task<string> TaskRunAsync() => RunAsync(async (net, stream, client) =>
    {
        for (int round = 0; round < 10; round++)
        {
            int[] order = new int[6];
            int next = 0;
            await Task.WhenAll(Enumerable.Range(0, order.Length).Select(i => Task.Run(async () =>
            {
                await Task.Yield();
                order[Interlocked.Increment(ref next) - 1] = await Task.Run(() => i + client);
            })));
            await stream.WriteAsync(order.Select(i => (byte)i).ToArray());
            await Task.Run(async () => await net.Delay(TimeSpan.FromMicroseconds(100 + client)));
            await Task.Run(() => stream.ReadExactlyAsync(new byte[order.Length]).AsTask());
        }
    });

    public static Task<string> ChannelsAsync() => RunAsync(async (net, stream, client) =>
    {
        var work = Channel.CreateBounded<byte>(3);
        var done = Channel.CreateUnbounded<byte>();
        Task[] workers = [.. Enumerable.Range(0, 4).Select(async worker =>
        {
            await foreach (byte item in work.Reader.ReadAllAsync())
            {
                if (item % 5 == 0)
                {
                    await net.Delay(TimeSpan.FromMicroseconds(item));
                }

                await done.Writer.WriteAsync((byte)((item * 4) + worker));
            }
        })];
        Task sender = Task.Run(async () =>
        {
            await foreach (byte item in done.Reader.ReadAllAsync())
            {
                await stream.WriteAsync(new[] { item });
                await stream.ReadExactlyAsync(new byte[1]);
            }
        });
        for (byte i = 0; i < 50; i++)
        {
            await work.Writer.WriteAsync(i);
        }

        work.Writer.Complete();
        await Task.WhenAll(workers);
        done.Writer.Complete();
        await sender;
    });

    public static Task<string> ConfigureAwaitAsync() => RunAsync(async (net, stream, client) =>
    {
        var turn = new SemaphoreSlim(1);
        byte[] order = new byte[10];
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, order.Length).Select(async i =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(i % 3), net.TimeProvider).ConfigureAwait(false);
            await turn.WaitAsync().ConfigureAwait(false);
            order[next++] = (byte)i;
            await stream.WriteAsync(order.AsMemory(next - 1, 1)).ConfigureAwait(false);
            await stream.ReadExactlyAsync(new byte[1]).ConfigureAwait(false);
            turn.Release();
        })).ConfigureAwait(false);
    });

    public static Task<string> PipesAsync() => RunAsync(async (net, stream, client) =>
    {
        var pipe = new Pipe();
        Task fill = Task.Run(async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                pipe.Writer.GetSpan(1)[0] = (byte)(i + client);
                pipe.Writer.Advance(1);
                await pipe.Writer.FlushAsync();
                if (i % 7 == 0)
                {
                    await net.Delay(TimeSpan.FromMilliseconds(1));
                }
            }

            await pipe.Writer.CompleteAsync();
        });
        while (true)
        {
            ReadResult read = await pipe.Reader.ReadAsync();
            byte[] bytes = [(byte)read.Buffer.Length, .. read.Buffer.ToArray()];
            pipe.Reader.AdvanceTo(read.Buffer.End);
            await stream.WriteAsync(bytes);
            await stream.ReadExactlyAsync(bytes);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await fill;
    });

    public static Task<string> ParallelAsync() => RunAsync((net, stream, client) =>
        Parallel.ForEachAsync(Enumerable.Range(0, 30), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (i, token) =>
        {
            await net.Delay(TimeSpan.FromMicroseconds(7 * (i % 4)), token);
            await stream.WriteAsync(new[] { (byte)i }, token);
            await Task.Yield();
        }));

    public static Task<string> TimersAsync() => RunAsync(async (net, stream, client) =>
    {
        int ticks = 0;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ITimer timer = net.TimeProvider.CreateTimer(
            _ =>
            {
                stream.Write([(byte)++ticks]);
                if (ticks == 20)
                {
                    ended.TrySetResult();
                }
            },
            null,
            TimeSpan.FromMilliseconds(1),
            TimeSpan.FromMilliseconds(client + 1));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(30), net.TimeProvider);
        try
        {
            await ended.Task.WaitAsync(TimeSpan.FromMilliseconds(20 + (10 * client)), net.TimeProvider, source.Token);
            await stream.WriteAsync("all"u8.ToArray());
        }
        catch (TimeoutException)
        {
            await stream.WriteAsync("timed out"u8.ToArray());
        }
        catch (OperationCanceledException)
        {
            await stream.WriteAsync("cancelled"u8.ToArray());
        }
    });

    public static Task<string> BesideBlockingAsync() => RunAsync(
        async (net, stream, client) =>
        {
            for (byte i = 0; i < 10; i++)
            {
                byte[] sent = [i, (byte)client];
                await Task.Run(() => stream.WriteAsync(sent).AsTask());
                await stream.ReadExactlyAsync(sent).ConfigureAwait(false);
            }
        },
        blocking: true);

    /// <summary>Some clients at once, over links of their own, with a server that echoes.</summary>
    private static async Task<string> RunAsync(Func<Network, NetworkStream, int, Task> client, bool blocking = false)
    {
        using var net = new Network(seed: 7);
        Host server = net.AddHost("server");
        if (blocking)
        {
            server.RunBlocking(() =>
            {
                var listener = new TcpListener(IPAddress.Any, Port);
                listener.Start();
                for (int i = 0; i < Clients; i++)
                {
                    TcpClient peer = listener.AcceptTcpClient();
                    server.RunBlocking(() => peer.GetStream().CopyTo(peer.GetStream()));
                }
            });
        }
        else
        {
            server.Run(async () =>
            {
                var listener = new TcpListener(IPAddress.Any, Port);
                listener.Start();
                for (int i = 0; i < Clients; i++)
                {
                    TcpClient peer = await listener.AcceptTcpClientAsync();
                    _ = Task.Run(() => peer.GetStream().CopyToAsync(peer.GetStream()));
                }
            });
        }

        for (int i = 0; i < Clients; i++)
        {
            int number = i;
            Host host = net.AddHost($"client-{i}");
            net.Connect(host, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5 + (i % 3)), Loss = 0.02 });
            host.Run(async () =>
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync("server", Port);
                await client(net, connection.GetStream(), number);
            });
        }

        RunResult result = await net.RunAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(0, result.Escapes);
        Assert.All(net.Simulator.Programs.All.Where(program => program.Host != "server"), program => Assert.Equal(Engine.Programs.ProgramState.Ended, program.State));
        return $"{result.Digest} {result.EventsFired} {result.LastEvent}";
    }
}
