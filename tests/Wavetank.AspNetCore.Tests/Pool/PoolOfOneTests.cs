using System.Net;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.AspNetCore.Tests.Pool;

/// <summary>Runs that have the thread pool to themselves.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class PoolOfOneTests
{
    [Fact]
    public async Task Work_on_the_pool_uses_sockets_and_takes_no_simulated_time()
    {
        using var net = new Network();
        (Host client, Host server) = Join(net);
        server.Run(async () =>
        {
            var listener = new TcpListener(IPAddress.Any, 5000);
            listener.Start();
            TcpClient peer = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
            await Task.Run(() => peer.GetStream().CopyToAsync(peer.GetStream()));
        });
        SimulationTime answered = default;
        client.Run(async () =>
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync("server", 5000).ConfigureAwait(false);
            await Task.Run(() => connection.GetStream().WriteAsync(new byte[1]).AsTask()).ConfigureAwait(false);
            await connection.GetStream().ReadExactlyAsync(new byte[1]).ConfigureAwait(false);
            answered = net.Now;
        });

        RunResult result = await net.RunAsync();

        Assert.Equal(TimeSpan.FromMilliseconds(200), answered.ToTimeSpan());
        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(0, result.Escapes);
    }

    [Fact]
    public async Task The_pool_is_restored_after_the_run()
    {
        ThreadPool.GetMinThreads(out int least, out int leastPorts);
        ThreadPool.GetMaxThreads(out int most, out int mostPorts);
        using var net = new Network();
        int inside = 0;
        net.AddHost("host").Run(async () =>
        {
            await Task.Yield();
            ThreadPool.GetMaxThreads(out inside, out _);
        });

        await net.RunAsync();

        ThreadPool.GetMinThreads(out int leastAfter, out int leastPortsAfter);
        ThreadPool.GetMaxThreads(out int mostAfter, out int mostPortsAfter);
        Assert.Equal(1, inside);
        Assert.Equal((least, leastPorts, most, mostPorts), (leastAfter, leastPortsAfter, mostAfter, mostPortsAfter));
    }

    [Fact]
    public async Task A_second_run_waits_for_its_turn()
    {
        using var first = new Network();
        using var second = new Network();
        List<string> order = [];
        foreach ((Network net, string name) in new[] { (first, "first"), (second, "second") })
        {
            net.AddHost("host").Run(async () =>
            {
                for (int i = 0; i < 3; i++)
                {
                    order.Add(name);
                    await Task.Run(() => net.Delay(TimeSpan.FromSeconds(1)).AsTask());
                }
            });
        }

        await Task.WhenAll(first.RunAsync(), second.RunAsync());

        Assert.Equal(["first", "first", "first", "second", "second", "second"], order);
    }

    [Fact]
    public async Task A_run_goes_on_where_the_last_one_stopped()
    {
        using var net = new Network();
        List<double> ticks = [];
        net.AddHost("host").Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), net.TimeProvider);
            while (await timer.WaitForNextTickAsync().ConfigureAwait(false))
            {
                ticks.Add(net.Now.TotalSeconds);
            }
        });

        RunResult first = await net.RunAsync(TimeSpan.FromSeconds(2.5));
        RunResult second = await net.RunAsync(TimeSpan.FromSeconds(2));

        Assert.Equal((RunEnd.TimeLimit, 2.5), (first.End, first.Time.TotalSeconds));
        Assert.Equal((RunEnd.TimeLimit, 4.5), (second.End, second.Time.TotalSeconds));
        Assert.Equal([1, 2, 3, 4], ticks);
    }

    [Fact]
    public async Task A_failure_on_the_pool_fails_the_run_with_program_and_time()
    {
        using var net = new Network();
        net.AddHost("host").Run(
            async () =>
            {
                await net.Delay(TimeSpan.FromSeconds(3));
                await Task.Run(() => throw new FormatException("not so"));
            },
            "reader");

        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => net.RunAsync());

        Assert.Equal("Program 'reader' on host 'host' failed at 3.000000000 s: FormatException: not so", failure.Message);
    }

    [Fact]
    public async Task A_program_that_blocks_the_only_thread_is_reported_and_the_pool_is_free_again()
    {
        using var net = new Network();
        ThreadPool.GetMaxThreads(out int most, out _);
        net.AddHost("host").Run(
            async () =>
            {
                await net.Delay(TimeSpan.FromSeconds(3)).ConfigureAwait(false);
                await Task.Run(() => net.Delay(TimeSpan.FromSeconds(1)).AsTask().GetAwaiter().GetResult());
            },
            "old code");

        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => net.RunAsync());

        ThreadPool.GetMaxThreads(out int mostAfter, out _);
        Assert.StartsWith("Program 'old code' on host 'host' blocked the only thread of the pool at 3.000000000 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Await instead", failure.Message, StringComparison.Ordinal);
        Assert.Equal(most, mostAfter);
        Assert.Contains("given up", (await Assert.ThrowsAsync<InvalidOperationException>(() => net.RunAsync())).Message, StringComparison.Ordinal);

        // The next one is not touched by it.
        await A_second_run_waits_for_its_turn();
    }

    [Fact]
    public async Task A_program_cannot_run_another_simulation_on_the_pool_of_its_own()
    {
        using var net = new Network();
        using var other = new Network();
        net.AddHost("host").Run(() => other.RunAsync(), "nested");

        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => net.RunAsync());

        Assert.Contains("Program 'nested' on host 'host' called RunAsync", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocking_program_and_work_on_the_pool_take_turns()
    {
        using var net = new Network();
        Host host = net.AddHost("host");
        var ready = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> order = [];
        host.RunBlocking(() =>
        {
            net.Sleep(TimeSpan.FromSeconds(1));
            order.Add("waits");
            order.Add($"has {ready.Task.Result} at {net.Now.TotalSeconds}");
        });
        host.Run(async () =>
        {
            await Task.Run(() => net.Delay(TimeSpan.FromSeconds(2)).AsTask()).ConfigureAwait(false);
            order.Add("sets");
            ready.SetResult(42);
        });

        RunResult result = await net.RunAsync();

        Assert.Equal(["waits", "sets", "has 42 at 2"], order);
        Assert.Equal(RunEnd.Completed, result.End);
    }

    private static (Host Client, Host Server) Join(Network net)
    {
        Host client = net.AddHost("client"), server = net.AddHost("server");
        net.Connect(client, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(50) });
        return (client, server);
    }
}
