using System.Collections.Concurrent;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>Programs that block otherwise than by a socket's call: on tasks, semaphores, events and locks.</summary>
public sealed class BlockingWaitTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public BlockingWaitTests()
    {
        _host = _net.AddHost("server");
        _net.Simulator.Loop.PatienceMilliseconds = 20;
    }

    private Simulator Simulator => _net.Simulator;

    public static TheoryData<string> Waits => new(WaitsByName.Keys);

    /// <summary>Waits for 100 ms of simulated time, each in another way.</summary>
    private static Dictionary<string, Action<Network>> WaitsByName { get; } = new()
    {
        ["task.Result"] = net => Assert.Equal(100, net.Simulator.SleepAsync(100).AsTask().Result),
        ["task.Wait"] = net => Task.Delay(TimeSpan.FromMilliseconds(100), net.TimeProvider).Wait(),
        ["GetAwaiter().GetResult() of a task"] = net => DeepAsync(net).GetAwaiter().GetResult(),
        ["Task.WaitAll"] = net => Task.WaitAll(
            Task.Delay(TimeSpan.FromMilliseconds(100), net.TimeProvider), Task.Delay(TimeSpan.FromMilliseconds(40), net.TimeProvider)),
        ["Task.WaitAny"] = net => Task.WaitAny(
            Task.Delay(TimeSpan.FromMilliseconds(100), net.TimeProvider), Task.Delay(TimeSpan.FromMilliseconds(140), net.TimeProvider)),
        ["SemaphoreSlim"] = net =>
        {
            using var semaphore = new SemaphoreSlim(0);
            net.Simulator.Schedule(new ProbeEvent(() => semaphore.Release()), TimeSpan.FromMilliseconds(100));
            semaphore.Wait();
        },
        ["ManualResetEventSlim"] = net =>
        {
            using var signal = new ManualResetEventSlim();
            net.Simulator.Schedule(new ProbeEvent(signal.Set), TimeSpan.FromMilliseconds(100));
            signal.Wait();
        },
        ["AutoResetEvent"] = net =>
        {
            using var signal = new AutoResetEvent(false);
            net.Simulator.Schedule(new ProbeEvent(() => signal.Set()), TimeSpan.FromMilliseconds(100));
            signal.WaitOne();
        },
        ["Monitor.Wait"] = net =>
        {
            object gate = new();
            net.Simulator.Schedule(
                new ProbeEvent(() =>
                {
                    lock (gate)
                    {
                        Monitor.Pulse(gate);
                    }
                }),
                TimeSpan.FromMilliseconds(100));
            lock (gate)
            {
                Monitor.Wait(gate);
            }
        },
    };

    public void Dispose() => _net.Dispose();

    [Theory]
    [MemberData(nameof(Waits))]
    public void A_blocking_program_waits_while_the_simulation_goes_on(string name)
    {
        // None of these is taken for a lock, which would be waited for in real time first.
        Simulator.Loop.PatienceMilliseconds = 60_000;
        SimulationTime ended = default;
        _host.RunBlocking(() =>
        {
            Simulator.Sleep(1);
            WaitsByName[name](_net);
            ended = _net.Now;
        });

        RunResult result = _net.Run();

        Assert.Equal(101_000_000, ended.Nanoseconds);
        Assert.Equal(RunEnd.Completed, result.End);
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public void Ten_blocking_programs_wait_at_once_while_others_run_the_loop(string name)
    {
        Simulator.Loop.PatienceMilliseconds = 60_000;
        var ended = new List<long>();
        for (int i = 0; i < 10; i++)
        {
            _host.RunBlocking(
                () =>
                {
                    WaitsByName[name](_net);
                    ended.Add(_net.Now.Nanoseconds / 1_000_000);
                    Simulator.Sleep(3);
                },
                delay: TimeSpan.FromMilliseconds(10 * i));
        }

        _net.Run();

        Assert.Equal([100, 110, 120, 130, 140, 150, 160, 170, 180, 190], ended);
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public void An_async_program_is_told_instead_of_hanging(string name)
    {
        _host.Run(
            async () =>
            {
                await Simulator.SleepAsync(5);
                WaitsByName[name](_net);
            },
            name: "web");

        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => _net.Run());

        var inner = Assert.IsAssignableFrom<InvalidOperationException>(exception.InnerException);
        Assert.Contains("'web' on host 'server'", inner.Message);
        Assert.Contains("await", inner.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("0.005000000 s", exception.Message);
        Assert.Contains(nameof(BlockingWaitTests), inner.StackTrace);
    }

    [Fact]
    public void A_task_of_a_blocking_program_that_blocks_is_told_instead_of_hanging()
    {
        Exception? refused = null;
        _host.RunBlocking(() =>
        {
            _ = BlockLaterAsync();
            Simulator.Sleep(100);
        });

        _net.Run();

        Assert.Contains("A task or callback of the blocking program", Assert.IsAssignableFrom<InvalidOperationException>(refused).Message);

        async Task BlockLaterAsync()
        {
            await Simulator.SleepAsync(10);
            refused = Record.Exception(() => Simulator.SleepAsync(10).AsTask().Wait());
        }
    }

    [Fact]
    public void A_timeout_of_a_blocking_program_is_simulated_time()
    {
        object gate = new();
        _host.RunBlocking(() =>
        {
            using var signal = new AutoResetEvent(false);
            Assert.False(signal.WaitOne(TimeSpan.FromHours(1)));
            Assert.Equal(3_600_000_000_000, _net.Now.Nanoseconds);
            lock (gate)
            {
                Assert.False(Monitor.Wait(gate, TimeSpan.FromHours(1)));
            }

            Assert.Equal(7_200_000_000_000, _net.Now.Nanoseconds);
            Simulator.Schedule(new ProbeEvent(() => signal.Set()), TimeSpan.FromMilliseconds(50));
            Assert.True(signal.WaitOne(51));
            Assert.Equal(7_200_050_000_000, _net.Now.Nanoseconds);
            Assert.Throws<AggregateException>(() => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromSeconds(1), _net.TimeProvider).Wait());
            Assert.Equal(7_201_050_000_000, _net.Now.Nanoseconds);
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
    }

    [Theory]
    [InlineData("task")]
    [InlineData("semaphore")]
    [InlineData("event")]
    [InlineData("collection")]
    [InlineData("countdown")]
    public void A_timeout_that_the_platform_measures_in_real_time_is_simulated_time_all_the_same(string what)
    {
        var ended = new List<long>();
        _host.RunBlocking(() =>
        {
            using var semaphore = new SemaphoreSlim(0);
            using var signal = new ManualResetEventSlim();
            using var queue = new BlockingCollection<int>();
            using var countdown = new CountdownEvent(1);
            for (int i = 0; i < 20; i++)
            {
                Assert.False(what switch
                {
                    "task" => new TaskCompletionSource().Task.Wait(TimeSpan.FromHours(1)),
                    "semaphore" => semaphore.Wait(TimeSpan.FromHours(1)),
                    "collection" => queue.TryTake(out _, TimeSpan.FromHours(1)),
                    "countdown" => countdown.Wait(TimeSpan.FromHours(1)),
                    _ => signal.Wait(TimeSpan.FromHours(1)),
                });
                ended.Add(_net.Now.Nanoseconds / 3_600_000_000_000);
                Assert.Equal(0, _net.Now.Nanoseconds % 3_600_000_000_000);
            }
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(Enumerable.Range(1, 20).Select(hour => (long)hour), ended);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(499, 500)]
    [InlineData(1000, 1000)]
    [InlineData(4999, 5000)]
    [InlineData(1250, 1300)]
    public void What_the_platform_took_off_a_timeout_is_given_back(int left, int restored) =>
        Assert.Equal(restored, PlatformTimeout.Restore(left));

    [Fact]
    public void A_lock_that_another_thread_holds_for_a_moment_stops_simulated_time_and_no_program()
    {
        Simulator.Loop.PatienceMilliseconds = 60_000;
        object gate = new();
        using var isHeld = new ManualResetEventSlim();
        var seen = new List<(string, long)>();
        _net.At(TimeSpan.FromMilliseconds(20), () => seen.Add(("event", 20)));
        _host.Run(async () =>
        {
            await Simulator.SleepAsync(5);
            Enter("async");
        });
        _host.RunBlocking(() =>
        {
            Simulator.Sleep(10);
            Enter("blocking");
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal([("async", 5), ("blocking", 10), ("event", 20)], seen);

        void Enter(string who)
        {
            isHeld.Reset();
            var holder = new Thread(() =>
            {
                lock (gate)
                {
                    isHeld.Set();
                    Thread.Sleep(30);
                }
            });
            holder.Start();
            SpinWait.SpinUntil(() => isHeld.IsSet);
            lock (gate)
            {
                seen.Add((who, _net.Now.Nanoseconds / 1_000_000));
            }

            holder.Join();
        }
    }

    [Fact]
    public void A_lock_that_a_waiting_program_holds_is_waited_for_in_simulated_time()
    {
        object gate = new();
        var log = new List<string>();
        for (int i = 1; i <= 2; i++)
        {
            int number = i;
            _host.RunBlocking(() =>
            {
                lock (gate)
                {
                    log.Add($"{number} in {_net.Now.ToTimeSpan().TotalMilliseconds}");
                    Simulator.Sleep(50);
                }
            });
        }

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["1 in 0", "2 in 50"], log);
    }

    [Fact]
    public void Work_on_the_thread_pool_is_waited_for_when_nothing_else_happens()
    {
        Simulator.Loop.PatienceMilliseconds = 60_000;
        int result = 0;
        _host.RunBlocking(() =>
        {
            Simulator.Sleep(5);
            var source = new TaskCompletionSource<int>();
            var thread = new Thread(() => source.SetResult(42));
            thread.Start();
            result = source.Task.Result;
            Assert.Equal(5_000_000, _net.Now.Nanoseconds);
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(42, result);
    }

    [Fact]
    public void A_blocking_program_that_waits_for_what_never_comes_leaves_the_run_idle_and_can_go_on_later()
    {
        var source = new TaskCompletionSource<int>();
        int result = 0;
        _host.RunBlocking(() => result = source.Task.Result);

        RunResult idle = _net.Run();
        Assert.Equal(RunEnd.Idle, idle.End);
        Assert.Single(idle.Waiting);

        source.SetResult(7);
        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(7, result);
    }

    private static async Task DeepAsync(Network net)
    {
        await Task.Yield();
        await DeeperAsync(net);
        await Task.Delay(TimeSpan.FromMilliseconds(60), net.TimeProvider);
    }

    private static async Task DeeperAsync(Network net) => await net.Simulator.SleepAsync(40);
}
