using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

public sealed class DisposeTests
{
    [Fact]
    public void Disposing_ends_the_threads_of_programs_that_wait()
    {
        var net = new Network();
        Host host = net.AddHost("host");
        var threads = new List<Thread>();
        var ends = new List<string>();
        for (int i = 0; i < 20; i++)
        {
            host.RunBlocking(() =>
            {
                threads.Add(Thread.CurrentThread);
                try
                {
                    net.Simulator.BeginForever().Wait();
                }
                catch (SimulationEndedException exception)
                {
                    ends.Add(exception.Message);
                    throw;
                }
            });
        }

        Assert.Equal(RunEnd.Idle, net.Run().End);
        Assert.All(threads, thread => Assert.True(thread.IsAlive));

        net.Dispose();

        Assert.All(threads, thread => Assert.False(thread.IsAlive));
        Assert.Equal(20, ends.Count);
        Assert.All(net.Simulator.Programs.All, program => Assert.Equal(ProgramState.Ended, program.State));
    }

    [Fact]
    public void Programs_unwind_one_after_the_other()
    {
        var net = new Network();
        Host host = net.AddHost("host");
        int inside = 0, most = 0;
        for (int i = 0; i < 10; i++)
        {
            host.RunBlocking(() =>
            {
                try
                {
                    net.Simulator.BeginForever().Wait();
                }
                finally
                {
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Thread.SpinWait(10_000);
                    Interlocked.Decrement(ref inside);
                }
            });
        }

        net.Run();
        net.Dispose();

        Assert.Equal(1, most);
    }

    [Fact]
    public void A_program_that_catches_everything_once_ends_too()
    {
        var net = new Network();
        Thread thread = null!;
        net.AddHost("host").RunBlocking(() =>
        {
            thread = Thread.CurrentThread;
            for (int i = 0; i < 10; i++)
            {
                Assert.NotNull(Record.Exception(() => net.Simulator.BeginForever().Wait()));
            }
        });

        net.Run();
        net.Dispose();

        Assert.False(thread.IsAlive);
    }

    [Fact]
    public void A_program_that_catches_everything_for_ever_is_parked_and_does_not_spin()
    {
        var net = new Network();
        int calls = 0;
        net.AddHost("host").RunBlocking(() =>
        {
            while (true)
            {
                try
                {
                    calls++;
                    net.Simulator.BeginForever().Wait();
                }
                catch (Exception)
                {
                    // As a server does that logs and goes on.
                }
            }
        });

        net.Run();
        net.Dispose();

        Assert.InRange(calls, 2, 200);
    }

    [Fact]
    public void A_program_that_waits_for_a_task_ends_too()
    {
        var net = new Network();
        net.Simulator.Loop.PatienceMilliseconds = 20;
        Thread thread = null!;
        net.AddHost("host").RunBlocking(() =>
        {
            thread = Thread.CurrentThread;
            new TaskCompletionSource().Task.Wait();
        });

        Assert.Equal(RunEnd.Idle, net.Run().End);
        net.Dispose();

        Assert.False(thread.IsAlive);
    }

    [Fact]
    public void Disposing_twice_before_any_run_and_after_a_failure_is_harmless()
    {
        var net = new Network();
        Host host = net.AddHost("host");
        host.RunBlocking(() => net.Simulator.Sleep(1));
        host.RunBlocking(() => throw new FormatException());
        Assert.Throws<ProgramFailedException>(() => net.Run());

        net.Dispose();
        net.Dispose();
        new Network().Dispose();

        Assert.Throws<ObjectDisposedException>(() => net.Run());
    }

    [Fact]
    public void Disposing_inside_a_run_is_refused_with_the_call_to_use_instead()
    {
        using var net = new Network();
        Exception? refused = null;
        net.AddHost("host").RunBlocking(() => refused = Record.Exception(net.Dispose));

        net.Run();

        Assert.Contains("Stop", Assert.IsType<InvalidOperationException>(refused).Message);
    }
}
