using System.Diagnostics;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

public sealed class BlockingProgramTests
{
    [Fact]
    public void A_blocking_call_returns_after_its_simulated_time()
    {
        using var net = new Network();
        var log = new List<long>();
        net.AddHost("host").RunBlocking(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                net.Simulator.Sleep(100);
                log.Add(net.Now.Nanoseconds / 1_000_000);
            }
        });

        RunResult result = net.Run();

        Assert.Equal([100, 200, 300], log);
        Assert.Equal(RunEnd.Completed, result.End);
    }

    [Fact]
    public void A_program_owns_its_thread_which_bears_its_name()
    {
        using var net = new Network();
        var threads = new List<(int, string?)>();
        Host host = net.AddHost("host");
        for (int i = 0; i < 2; i++)
        {
            host.RunBlocking(() =>
            {
                for (int step = 0; step < 3; step++)
                {
                    threads.Add((Environment.CurrentManagedThreadId, Thread.CurrentThread.Name));
                    net.Simulator.Sleep(1);
                }
            });
        }

        net.Run();

        Assert.Equal(["host/program-1", "host/program-2"], threads.Select(thread => thread.Item2).Distinct());
        Assert.Equal(2, threads.Select(thread => thread.Item1).Distinct().Count());
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads.Select(thread => thread.Item1));
    }

    [Fact]
    public void Exactly_one_thread_runs_at_a_time()
    {
        using var net = new Network();
        Host host = net.AddHost("host");
        int inside = 0, most = 0, steps = 0;
        for (int i = 0; i < 8; i++)
        {
            host.RunBlocking(() =>
            {
                for (int step = 0; step < 50; step++)
                {
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Thread.SpinWait(200);
                    steps++;
                    Interlocked.Decrement(ref inside);
                    net.Simulator.Sleep(step % 3);
                }
            });
        }

        net.Run();

        Assert.Equal(1, most);
        Assert.Equal(400, steps);
    }

    [Fact]
    public void Two_thousand_programs_end_one_after_the_other_without_deep_recursion()
    {
        using var net = new Network();
        Host host = net.AddHost("host");
        int ended = 0, depthBefore = 0, depthAfter = 0;
        net.At(TimeSpan.Zero, () => depthBefore = new StackTrace().FrameCount);
        for (int i = 0; i < 2000; i++)
        {
            host.RunBlocking(() => ended++, delay: TimeSpan.FromMilliseconds(i + 1));
        }

        net.At(TimeSpan.FromSeconds(3), () => depthAfter = new StackTrace().FrameCount);
        net.Run();

        Assert.Equal(2000, ended);

        // A frame for each program would be thousands; what the compiler inlines meanwhile is a few.
        Assert.InRange(depthAfter, 0, depthBefore + 20);
    }

    [Fact]
    public void An_event_that_runs_on_a_programs_thread_does_not_belong_to_the_program()
    {
        using var net = new Network();
        SimulatedProgram? seen = null;
        int thread = 0;
        net.At(TimeSpan.FromMilliseconds(5), () => (seen, thread) = (SimulatedProgram.Current, Environment.CurrentManagedThreadId));
        net.AddHost("host").RunBlocking(() => net.Simulator.Sleep(10));

        net.Run();

        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
        Assert.Null(seen);
    }

    [Fact]
    public void An_action_that_a_program_scheduled_belongs_to_it()
    {
        using var net = new Network();
        SimulatedProgram? seen = null;
        SimulatedProgram program = net.AddHost("host").RunBlocking(() =>
        {
            net.At(TimeSpan.FromMilliseconds(5), () => seen = SimulatedProgram.Current);
            net.Simulator.Sleep(10);
        });

        net.Run();

        Assert.Same(program, seen);
    }

    [Fact]
    public void A_blocking_call_in_an_action_is_refused_even_when_a_programs_thread_runs_it()
    {
        using var net = new Network();
        Exception? refused = null;
        net.AddHost("host").RunBlocking(() =>
        {
            net.At(TimeSpan.FromMilliseconds(5), () => refused = Record.Exception(() => net.Simulator.Sleep(1)));
            net.Simulator.Sleep(10);
            Assert.Equal(10_000_000, net.Now.Nanoseconds);
        });

        net.Run();

        Assert.Contains("outside the program's own code", Assert.IsAssignableFrom<InvalidOperationException>(refused).Message);
    }

    [Fact]
    public void A_blocking_call_outside_of_any_program_is_refused()
    {
        using var net = new Network();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => net.Simulator.Sleep(1));

        Assert.Contains("outside of a program", exception.Message);
    }

    [Fact]
    public void A_blocking_call_made_by_an_async_program_is_refused_with_the_call_to_use_instead()
    {
        using var net = new Network();
        Exception? refused = null;
        bool wentOn = false;
        net.AddHost("server").Run(
            async () =>
            {
                await net.Simulator.SleepAsync(1);
                refused = Record.Exception(() => net.Simulator.Sleep(1));
                await net.Simulator.SleepAsync(1);
                wentOn = true;
            },
            name: "web");

        net.Run();

        string message = Assert.IsAssignableFrom<InvalidOperationException>(refused).Message;
        Assert.Contains("'web' on host 'server'", message);
        Assert.Contains("RunBlocking", message);
        Assert.True(wentOn);
    }

    [Fact]
    public void A_task_of_a_blocking_program_goes_on_while_the_program_waits()
    {
        using var net = new Network();
        var log = new List<string>();
        net.AddHost("host").RunBlocking(() =>
        {
            _ = TickAsync();
            net.Simulator.Sleep(25);
            log.Add("program 25");
        });

        net.Run(TimeSpan.FromMilliseconds(45));

        Assert.Equal(["tick 10", "tick 20", "program 25", "tick 30", "tick 40"], log);

        async Task TickAsync()
        {
            for (int i = 0; i < 4; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), net.TimeProvider);
                log.Add($"tick {net.Now.ToTimeSpan().TotalMilliseconds}");
            }
        }
    }
}
