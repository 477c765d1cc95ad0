using System.Threading.Channels;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

public sealed class AsyncProgramTests
{
    [Fact]
    public void A_program_starts_after_its_delay_on_the_thread_that_calls_Run()
    {
        using var net = new Network();
        SimulationTime started = default;
        int thread = 0;
        net.AddHost("host").Run(
            () =>
            {
                started = net.Now;
                thread = Environment.CurrentManagedThreadId;
                return Task.CompletedTask;
            },
            delay: TimeSpan.FromSeconds(3));

        RunResult result = net.Run();

        Assert.Equal(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(3)), started);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(RunEnd.Completed, result.End);
    }

    public static TheoryData<string> Awaits => new(AwaitsByName.Keys);

    private static Dictionary<string, Func<Network, Task>> AwaitsByName { get; } = new()
    {
        ["operation"] = async net => await net.Simulator.SleepAsync(0),
        ["operation, twice awaited as a task"] = async net =>
        {
            Task<int> task = net.Simulator.SleepAsync(0).AsTask();
            await task;
            await task;
        },
        ["Task.Yield"] = async _ => await Task.Yield(),
        ["TaskCompletionSource, continuations asynchronous"] = async net =>
        {
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            net.Simulator.Schedule(new ProbeEvent(source.SetResult), TimeSpan.Zero);
            await source.Task;
        },
        ["TaskCompletionSource, continuations inline"] = async net =>
        {
            var source = new TaskCompletionSource();
            net.Simulator.Schedule(new ProbeEvent(source.SetResult), TimeSpan.Zero);
            await source.Task;
        },
        ["Channel"] = async net =>
        {
            var channel = Channel.CreateUnbounded<int>();
            net.Simulator.Schedule(new ProbeEvent(() => channel.Writer.TryWrite(1)), TimeSpan.Zero);
            await channel.Reader.ReadAsync();
        },
        ["SemaphoreSlim.WaitAsync"] = async net =>
        {
            using var semaphore = new SemaphoreSlim(0);
            net.Simulator.Schedule(new ProbeEvent(() => semaphore.Release()), TimeSpan.Zero);
            await semaphore.WaitAsync();
        },
        ["async disposable in a channel of one"] = async net =>
        {
            var channel = Channel.CreateBounded<int>(1);
            channel.Writer.TryWrite(1);
            net.Simulator.Schedule(new ProbeEvent(() => channel.Reader.TryRead(out _)), TimeSpan.Zero);
            await channel.Writer.WriteAsync(2);
        },
        ["Task.WhenAll over programs"] = async net => await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await Task.Yield())),
    };

    [Theory]
    [MemberData(nameof(Awaits))]
    public void What_the_program_awaits_resumes_it_on_the_same_thread_at_the_same_instant(string name)
    {
        using var net = new Network();
        bool done = false;
        net.AddHost("host").Run(async () =>
        {
            await net.Simulator.SleepAsync(5);
            int thread = Environment.CurrentManagedThreadId;
            SimulationTime now = net.Now;
            SynchronizationContext? context = SynchronizationContext.Current;
            SimulatedProgram? program = SimulatedProgram.Current;

            await AwaitsByName[name](net);

            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            Assert.Equal(now, net.Now);
            Assert.Same(context, SynchronizationContext.Current);
            Assert.Same(program, SimulatedProgram.Current);
            done = true;
        });

        RunResult result = net.Run();

        Assert.True(done);
        Assert.Equal(RunEnd.Completed, result.End);
    }

    [Fact]
    public void Each_program_sees_itself_as_the_current_one_across_awaits()
    {
        using var net = new Network();
        var seen = new List<string>();
        foreach (string host in (string[])["a", "b", "c"])
        {
            net.AddHost(host).Run(
                async () =>
                {
                    for (int i = 0; i < 3; i++)
                    {
                        Assert.Equal(host, SimulatedProgram.Current!.Host);
                        await net.Simulator.SleepAsync(1);
                        seen.Add($"{SimulatedProgram.Current!.Host} {net.Now.ToTimeSpan().TotalMilliseconds}");
                    }
                },
                name: $"on-{host}");
        }

        net.Run();

        Assert.Equal(["a 1", "b 1", "c 1", "a 2", "b 2", "c 2", "a 3", "b 3", "c 3"], seen);
        Assert.Null(SimulatedProgram.Current);
        Assert.Null(SynchronizationContext.Current);
    }

    [Fact]
    public void A_program_starts_others_which_run_at_the_same_instant()
    {
        using var net = new Network();
        Host host = net.AddHost("host");
        var log = new List<string>();
        host.Run(async () =>
        {
            await net.Simulator.SleepAsync(7);
            host.Run(() => Log("child"), name: "child");
            host.RunBlocking(() => Log("thread"), name: "thread");
            await Log("parent");
        });

        net.Run();

        Assert.Equal(["parent 7 program-1", "child 7 child", "thread 7 thread"], log);

        Task Log(string what)
        {
            log.Add($"{what} {net.Now.ToTimeSpan().TotalMilliseconds} {SimulatedProgram.Current!.Name}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void A_cancelled_call_ends_with_its_token_at_the_instant_of_cancellation()
    {
        using var net = new Network();
        using var source = new CancellationTokenSource();
        SimulationTime cancelled = default;
        net.At(TimeSpan.FromMilliseconds(30), source.Cancel);
        net.AddHost("host").Run(async () =>
        {
            OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await net.Simulator.SleepAsync(1000, source.Token));
            Assert.Equal(source.Token, exception.CancellationToken);
            cancelled = net.Now;
        });

        net.Run();

        Assert.Equal(30_000_000, cancelled.Nanoseconds);
    }

    [Fact]
    public void A_token_that_is_cancelled_before_the_call_ends_it_at_once()
    {
        using var net = new Network();
        net.AddHost("host").Run(async () =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await net.Simulator.SleepAsync(1000, new CancellationToken(true)));
            Assert.Equal(SimulationTime.Zero, net.Now);
        });

        net.Run();
    }

    [Fact]
    public void A_cancellation_from_another_thread_does_not_end_a_later_call_of_the_same_operation()
    {
        using var net = new Network();
        using var source = new CancellationTokenSource();
        net.AddHost("host").Run(async () =>
        {
            var operation = new Operation<int>(net.Simulator);
            operation.Begin(source.Token);
            var thread = new Thread(source.Cancel);
            thread.Start();
            thread.Join();

            // The cancellation lies in the queue of what other threads post when the call ends, and the next one begins.
            operation.TryComplete(1);
            Assert.Equal(1, await operation.AsValueTask());
            operation.Begin();
            net.Simulator.Schedule(new ProbeEvent(() => operation.TryComplete(2)), TimeSpan.FromMilliseconds(1));
            Assert.Equal(2, await operation.AsValueTask());
        });

        Assert.Equal(RunEnd.Completed, net.Run().End);
    }

    [Fact]
    public void An_awaited_round_trip_allocates_nothing_in_the_steady_state()
    {
        using var net = new Network();
        var meter = new AllocationMeter();
        net.AddHost("host").Run(async () =>
        {
            var operation = new Operation<int>(net.Simulator);
            var completion = new ProbeEvent(() => operation.TryComplete(1));
            for (int i = 0; i <= 4000; i++)
            {
                if (i % 1000 == 0)
                {
                    meter.Mark();
                }

                operation.Begin();
                net.Simulator.Schedule(completion, TimeSpan.FromMilliseconds(1));
                await operation.AsValueTask();
            }
        });

        net.Run();

        Assert.Equal(0, meter.Least);
    }
}
