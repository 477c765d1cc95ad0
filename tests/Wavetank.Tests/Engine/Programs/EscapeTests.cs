using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>Programs that await what the platform would resume on the thread pool: one outcome, or one clear error, however often they run.</summary>
/// <remarks>Not beside other tests: whose work keeps the pool busy cannot be told, and a simulation beside others waits for its own with less certainty.</remarks>
[Collection(nameof(EscapeTests))]
[CollectionDefinition(nameof(EscapeTests), DisableParallelization = true)]
public sealed class EscapeTests
{
    private const int Runs = 40;

    public static TheoryData<string> Staying => new(StayingByName.Keys);

    public static TheoryData<string> Leaving => new(LeavingByName.Keys);

    /// <summary>Awaits that stay on the simulation's thread.</summary>
    private static Dictionary<string, Func<Network, Task>> StayingByName { get; } = new()
    {
        ["Task.Delay"] = async net => await Task.Delay(Some, net.TimeProvider).ConfigureAwait(false),
        ["Delay"] = async net => await net.Delay(Some).ConfigureAwait(false),
        ["PeriodicTimer"] = async net =>
        {
            using var timer = new PeriodicTimer(Some, net.TimeProvider);
            await timer.WaitForNextTickAsync().ConfigureAwait(false);
        },
        ["WhenAny"] = async net => await Task.WhenAny(Task.Delay(Some, net.TimeProvider), new TaskCompletionSource().Task).ConfigureAwait(false),
        ["WhenAll"] = async net => await Task.WhenAll(Task.Delay(Some, net.TimeProvider), Task.Delay(2 * Some, net.TimeProvider)).ConfigureAwait(false),
        ["WaitAsync"] = async net => await Task.Delay(Some, net.TimeProvider).WaitAsync(2 * Some, net.TimeProvider).ConfigureAwait(false),
        ["WaitAsync that times out"] = async net =>
        {
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(Some, net.TimeProvider).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
            }
        },
        ["source that cancels an operation"] = async net =>
        {
            using var source = new CancellationTokenSource(Some, net.TimeProvider);
            try
            {
                await net.Delay(100 * Some, source.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
            }
        },
    };

    /// <summary>Work that goes to the thread pool, and comes back by the program's own context.</summary>
    private static Dictionary<string, Func<Network, Task>> LeavingByName { get; } = new()
    {
        ["Task.Run"] = async _ => await Task.Run(() => 1),
        ["Task.Run that takes a while"] = async _ => await Task.Run(() => Thread.SpinWait(20_000)),
        ["Task.Run in turn"] = async _ => await Task.Run(() => Task.Run(() => 1)),
        ["Task.Yield outside"] = async _ => await YieldOutside(),
        ["Channel outside"] = async _ =>
        {
            var channel = Channel.CreateUnbounded<int>();
            Task<int> read = ReadOutside(channel);
            channel.Writer.TryWrite(1);
            await read;
        },
        ["cancelled Task.Delay outside"] = async net =>
        {
            using var source = new CancellationTokenSource(Some, net.TimeProvider);
            await DelayOutside(net, source.Token);
        },
    };

    private static TimeSpan Some => TimeSpan.FromMilliseconds(3);

    [Theory]
    [MemberData(nameof(Staying))]
    public void A_library_that_awaits_simulated_time_without_a_context_stays_on_the_thread(string name)
    {
        using var net = new Network();
        net.AddHost("host").Run(async () =>
        {
            int thread = Environment.CurrentManagedThreadId;
            await Library();
            Assert.Equal(thread, Environment.CurrentManagedThreadId);

            async Task Library()
            {
                for (int i = 0; i < 3; i++)
                {
                    await StayingByName[name](net).ConfigureAwait(false);
                    Assert.Equal(thread, Environment.CurrentManagedThreadId);
                }
            }
        });

        RunResult result = net.Run();

        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Equal(0, result.Escapes);
    }

    [Theory]
    [MemberData(nameof(Leaving))]
    public void What_leaves_the_thread_comes_back_at_the_instant_at_which_it_left(string name)
    {
        for (int i = 0; i < Runs; i++)
        {
            using var net = new Network();
            SimulationTime back = default;
            int thread = 0, threadBack = 0;
            net.AddHost("host").Run(async () =>
            {
                await net.Delay(Some);
                thread = Environment.CurrentManagedThreadId;
                await LeavingByName[name](net);
                threadBack = Environment.CurrentManagedThreadId;
                back = net.Now;
            });
            net.AddHost("clock").Run(async () => await net.Delay(1000 * Some));

            Assert.Equal(RunEnd.Completed, net.Run().End);
            Assert.Equal(thread, threadBack);
            Assert.InRange(back.Nanoseconds, 3_000_000, 6_000_000);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_echo_whose_server_leaves_the_thread_has_one_digest(bool byTaskRun)
    {
        string[] digests = [.. Enumerable.Range(0, Runs).Select(_ => RunEcho(async net =>
        {
            if (byTaskRun)
            {
                await Task.Run(() => 1);
            }
            else
            {
                await Task.Delay(Some, net.TimeProvider).ConfigureAwait(false);
            }
        }))];

        Assert.Single(digests.Distinct());
        Assert.StartsWith("20 rounds", digests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_runs_on_the_pool_and_touches_the_simulation_is_refused_by_the_same_error_each_time()
    {
        for (int i = 0; i < Runs; i++)
        {
            using var net = new Network();
            net.AddHost("host").Run(
                async () =>
                {
                    await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                    await Task.Delay(Some, net.TimeProvider).ConfigureAwait(false);
                },
                name: "web");
            net.AddHost("other").Run(async () => await Task.Run(() => net.TimeProvider.CreateTimer(_ => { }, null, Some, Some)), name: "other");

            ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => net.Run());

            Assert.Contains("on a thread that is not the simulation's", exception.Message, StringComparison.Ordinal);
            Assert.Contains("failed at 0.000000000 s", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_program_that_left_the_thread_and_waits_for_nothing_simulated_says_so()
    {
        using var net = new Network();
        net.AddHost("host").Run(async () =>
        {
            await Task.Run(() => 1);
            await new TaskCompletionSource().Task;
        });
        net.AddHost("other").Run(() => new TaskCompletionSource().Task);

        RunResult result = net.Run();

        Assert.Equal(RunEnd.Idle, result.End);
        Assert.Contains("it left the simulation's thread (Task.Run", result.Waiting[0].WaitsFor, StringComparison.Ordinal);
        Assert.Equal("a task that nothing in the simulation completes", result.Waiting[1].WaitsFor);
        Assert.Equal(1, result.Escapes);
    }

    [Fact]
    public void A_simulation_that_forbids_it_fails_where_a_program_leaves_its_thread()
    {
        using var net = new Network();
        net.Simulator.ForbidsEscapes = true;
        net.AddHost("server").Run(
            async () =>
            {
                await net.Delay(Some);
                await Task.Run(() => 1);
                await net.Delay(Some);
            },
            name: "web");

        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => net.Run());

        Assert.StartsWith("Program 'web' on host 'server' failed at 0.003000000 s", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Task.Run", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_on_the_pool_that_waits_for_the_simulation_does_not_hold_it_for_ever()
    {
        using var net = new Network();
        net.Simulator.Loop.PatienceMilliseconds = 20;
        using var opened = new ManualResetEventSlim();
        net.AddHost("host").Run(async () =>
        {
            Task waiting = Task.Run(opened.Wait);
            await net.Delay(Some);
            opened.Set();
            await waiting;
        });

        net.Run();

        Assert.Equal(3_000_000, net.Now.Nanoseconds);
    }

    private static async Task YieldOutside() => await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    private static async Task<int> ReadOutside(Channel<int> channel) => await channel.Reader.ReadAsync().ConfigureAwait(false);

    private static async Task DelayOutside(Network net, CancellationToken token)
    {
        try
        {
            await Task.Delay(100 * Some, net.TimeProvider, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static string RunEcho(Func<Network, Task> between)
    {
        using var net = new Network(seed: 5);
        Host server = net.AddHost("server"), client = net.AddHost("client");
        net.Connect(server, client, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1), Loss = 0.05 });
        int rounds = 0;
        server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            while (true)
            {
                _ = ServeAsync(await listener.AcceptAsync());
            }
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("server", 7);
            for (byte[] buffer = new byte[10]; rounds < 20; rounds++)
            {
                await socket.SendAsync(buffer.AsMemory());
                await socket.ReceiveAsync(buffer.AsMemory());
            }
        });
        RunResult result = net.Run();
        return $"{rounds} rounds, {result}";

        async Task ServeAsync(Socket socket)
        {
            byte[] buffer = new byte[10];
            while (await socket.ReceiveAsync(buffer.AsMemory()) > 0)
            {
                await between(net);
                await socket.SendAsync(buffer.AsMemory());
            }
        }
    }
}
