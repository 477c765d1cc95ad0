using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class InvariantMonitorTests
{
    [Fact]
    public void Time_that_goes_back_ends_the_run()
    {
        using Simulator simulator = Checked();
        simulator.Schedule(new Act(() => simulator.NowNanoseconds = 30), TimeSpan.FromTicks(1));
        simulator.ScheduleAt(new Act(() => Assert.Fail("The run should have ended.")), 101);
        simulator.ScheduleAt(new Act(() => simulator.NowNanoseconds = 200), 100);
        simulator.ScheduleAt(new Act(() => { }), 102);

        InvariantException broken = Assert.Throws<InvariantException>(() => simulator.Run(SimulationTime.MaxValue));

        Assert.Equal("the engine", broken.Where);
        Assert.Contains("event time never goes back", broken.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_fires_early_is_a_breach()
    {
        using Simulator simulator = Checked();
        var late = new Act(() => { });
        simulator.ScheduleAt(late, 500);

        simulator.Invariants!.OnEvent(late, 400);

        Assert.Contains("no event fires early or late", simulator.Invariants.Broken!.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_first_breach_is_told()
    {
        using Simulator simulator = Checked();
        simulator.ScheduleAt(
            new Act(() =>
            {
                simulator.Invariants!.Break("a", "one");
                simulator.Invariants!.Break("b", "two");
            }),
            1_000_000);

        InvariantException broken = Assert.Throws<InvariantException>(() => simulator.Run(SimulationTime.MaxValue));

        Assert.Equal("A rule was broken at 0.001000000 s in a: one.", broken.Message);
    }

    private static Simulator Checked()
    {
        var simulator = new Simulator(1);
        simulator.Invariants = new InvariantMonitor(simulator);
        return simulator;
    }

    private sealed class Act(Action action) : SimulationEvent
    {
        protected internal override void Fire() => action();
    }
}
