using Wavetank.Devices;
using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class WatchdogTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_program_that_keeps_the_thread_is_named_with_host_and_simulated_time(bool isBlocking)
    {
        using var net = new Network();
        using var told = new ManualResetEventSlim();
        LongStep? seen = null;
        net.Simulator.StepLimit = TimeSpan.FromMilliseconds(8);
        net.Simulator.LongStepSeen = step =>
        {
            // On a busy machine the start, too, may take longer than the limit.
            if (step.Program is not null && step.Time > SimulationTime.Zero)
            {
                seen = step;
                told.Set();
            }
        };
        Host host = net.AddHost("server");
        if (isBlocking)
        {
            host.RunBlocking(() => Spin(() => net.Sleep(TimeSpan.FromMilliseconds(2))), "web");
        }
        else
        {
            host.Run(
                async () =>
                {
                    await net.Delay(TimeSpan.FromMilliseconds(2));
                    Spin(() => { });
                },
                "web");
        }

        Assert.Equal(RunEnd.Completed, net.Run().End);
        Assert.Equal(new LongStep("web", "server", new SimulationTime(2_000_000), TimeSpan.FromMilliseconds(8)), seen);
        Assert.StartsWith(
            "warning: Program 'web' on host 'server' has kept the simulation at 0.002000000 s for more than 0.008 s of real time, computing without a wait. ",
            seen!.ToString(),
            StringComparison.Ordinal);

        void Spin(Action before)
        {
            before();
            while (!told.IsSet)
            {
                Thread.SpinWait(100);
            }
        }
    }

    [Fact]
    public void The_limit_refuses_what_no_timer_can_measure()
    {
        using var net = new Network();
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Simulator.StepLimit = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Simulator.StepLimit = TimeSpan.FromDays(50));
        net.Simulator.StepLimit = Timeout.InfiniteTimeSpan;
        Assert.Equal(RunEnd.Completed, net.Run().End);
    }
}
