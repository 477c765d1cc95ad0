using Wavetank.Engine;
using Wavetank.Testing.Assertions;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Running;

public sealed class ChecksTests : IDisposable
{
    private readonly Simulation _simulation = new();
    private int _value;

    public ChecksTests() => _simulation.Network.AddHost("host").Run(async () =>
    {
        for (_value = 1; _value < 5; _value++)
        {
            await _simulation.Network.Delay(Labs.Second);
        }
    });

    public void Dispose() => _simulation.Dispose();

    [Fact]
    public void What_must_always_hold_ends_the_run_where_it_does_not()
    {
        _simulation.Always("the value is below 3", () => _value < 3);

        Assert.Equal("At 2.000000000 s what must always hold does not: the value is below 3.", Failure());
        Assert.Equal(3, _value);
    }

    [Fact]
    public void What_must_never_be_ends_the_run_where_it_is()
    {
        _simulation.Never("the value is 4", () => _value == 4);

        Assert.Equal("At 3.000000000 s there is what must never be: the value is 4.", Failure());
    }

    [Fact]
    public void What_is_to_come_in_time_may_come_at_any_moment_of_it()
    {
        _simulation.Eventually("the value is 3", 2 * Labs.Second, () => _value == 3);
        _simulation.Eventually("the value is 5", 10 * Labs.Second, () => _value == 5);

        Assert.Equal(RunEnd.Completed, _simulation.Run().End);
    }

    [Fact]
    public void What_does_not_come_in_time_ends_the_run_then()
    {
        _simulation.Eventually("the value is 4", 2.5 * Labs.Second, () => _value == 4);

        Assert.Equal("By 2.500000000 s there should have been, and was not: the value is 4.", Failure());
    }

    [Fact]
    public void Where_nothing_is_left_to_happen_nothing_is_waited_for()
    {
        _simulation.Eventually("the value is 9", 1000 * Labs.Second, () => _value == 9);

        Assert.Equal("At 4.000000000 s nothing is left to happen, and there never was: the value is 9.", Failure());
    }

    [Fact]
    public void A_run_that_goes_on_later_may_still_bring_it()
    {
        _simulation.Eventually("the value is 5", 5 * Labs.Second, () => _value == 5);

        Assert.Equal(RunEnd.TimeLimit, _simulation.Run(Labs.Second).End);
        Assert.Equal(RunEnd.Completed, _simulation.Run().End);
    }

    private string Failure() => Assert.Throws<SimulationAssertException>(() => _simulation.Run()).Message;
}
