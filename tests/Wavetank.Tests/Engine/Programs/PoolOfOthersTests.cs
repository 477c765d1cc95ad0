using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>A run whose programs keep to its thread, beside one that has the thread pool to itself, or waits to.</summary>
[Collection(nameof(EscapeTests))]
public sealed class PoolOfOthersTests
{
    [Fact]
    public void It_does_not_wait_for_what_the_other_holds_up()
    {
        using var net = new Network();
        net.Simulator.Loop.PatienceMilliseconds = int.MaxValue;
        net.AddHost("host").Run(async () => await net.Delay(TimeSpan.FromSeconds(1)));
        RunEnd? end = null;
        var run = new Thread(() => end = net.Run().End) { IsBackground = true };
        var gate = new ManualResetEventSlim();
        PoolThreads before = PoolThreads.Narrow();
        try
        {
            // The second has to wait for the only thread.
            ThreadPool.QueueUserWorkItem(_ => gate.Wait());
            ThreadPool.QueueUserWorkItem(_ => gate.Wait());
            run.Start();

            Assert.True(run.Join(TimeSpan.FromSeconds(30)), "The run waits for the pool, which waits for the run.");
        }
        finally
        {
            gate.Set();
            before.Restore();
        }

        Assert.Equal(RunEnd.Completed, end);
    }
}
