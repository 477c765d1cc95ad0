using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

public sealed class ProgramThreadTests
{
    [Fact]
    public void Threads_sleep_in_simulated_time_and_take_turns()
    {
        List<string> seen = Run((network, seen) =>
        {
            ProgramThread[] threads = [.. new[] { "a", "b" }.Select(name => new ProgramThread(() =>
            {
                for (int i = 0; i < 2; i++)
                {
                    ProgramThread.Sleep(10);
                    seen.Add($"{name} at {network.Now.ToTimeSpan().TotalMilliseconds} ms on {SimulatedProgram.Current!.Host}");
                }
            }))];
            foreach (ProgramThread thread in threads)
            {
                thread.Start();
            }

            foreach (ProgramThread thread in threads)
            {
                thread.Join();
                Assert.False(thread.IsAlive);
            }

            seen.Add($"joined at {network.Now.ToTimeSpan().TotalMilliseconds} ms");
        });

        Assert.Equal(
            ["a at 10 ms on host", "b at 10 ms on host", "a at 20 ms on host", "b at 20 ms on host", "joined at 20 ms"], seen);
    }

    [Fact]
    public void A_join_waits_only_so_long()
    {
        List<string> seen = Run((network, seen) =>
        {
            var thread = new ProgramThread(() => ProgramThread.Sleep(100)) { Name = "slow", IsBackground = true };
            thread.Start();
            seen.Add($"{thread.Join(30)} at {network.Now.ToTimeSpan().TotalMilliseconds} ms, alive: {thread.IsAlive}");
            seen.Add($"{thread.Join(TimeSpan.FromSeconds(1))} at {network.Now.ToTimeSpan().TotalMilliseconds} ms, alive: {thread.IsAlive}");
            seen.Add($"{thread.Join(0)} at {network.Now.ToTimeSpan().TotalMilliseconds} ms");
        });

        Assert.Equal(["False at 30 ms, alive: True", "True at 100 ms, alive: False", "True at 100 ms"], seen);
    }

    [Fact]
    public void A_thread_is_given_what_it_starts_with_and_starts_once()
    {
        List<string> seen = Run((network, seen) =>
        {
            var thread = new ProgramThread(value => seen.Add($"{value}"));
            Assert.Throws<ThreadStateException>(thread.Join);
            thread.Start(42);
            Assert.Throws<ThreadStateException>(thread.Start);
            Assert.Empty(seen);
            ProgramThread.Yield();
            seen.Add("yielded");
            thread.Join();
        });

        Assert.Equal(["42", "yielded"], seen);
    }

    [Fact]
    public void What_a_thread_throws_fails_the_run_under_its_name()
    {
        using var network = new Network();
        network.AddHost("host").RunBlocking(() => new ProgramThread(() => throw new InvalidDataException("what now")) { Name = "worker" }.Start());

        ProgramFailedException failure = Assert.Throws<ProgramFailedException>(() => network.Run());
        Assert.StartsWith("Program 'worker' on host 'host' failed", failure.Message, StringComparison.Ordinal);
    }

    private static List<string> Run(Action<Network, List<string>> program)
    {
        using var network = new Network();
        List<string> seen = [];
        network.AddHost("host").RunBlocking(() => program(network, seen));
        Assert.Equal(RunEnd.Completed, network.Run().End);
        return seen;
    }
}
