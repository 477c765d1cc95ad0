using Wavetank.Engine;

namespace Wavetank.Tests.Engine;

public sealed class SimulationTimeTests
{
    [Theory]
    [InlineData(0, "0.000000000 s")]
    [InlineData(1, "0.000000001 s")]
    [InlineData(1_250_000_000, "1.250000000 s")]
    [InlineData(long.MaxValue, "9223372036.854775807 s")]
    public void Text_is_seconds_with_nine_decimals(long nanoseconds, string text) =>
        Assert.Equal(text, new SimulationTime(nanoseconds).ToString());

    [Fact]
    public void Times_add_subtract_and_compare()
    {
        var one = SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(1));
        SimulationTime two = one + TimeSpan.FromSeconds(1);

        Assert.Equal(2_000_000_000, two.Nanoseconds);
        Assert.Equal(TimeSpan.FromSeconds(1), two - one);
        Assert.Equal(TimeSpan.FromSeconds(-1), one - two);
        Assert.True(one < two && two > one && one <= two && two >= one && one.CompareTo(two) < 0);
        Assert.Equal(TimeSpan.FromTicks(12), new SimulationTime(1299).ToTimeSpan());
        Assert.Equal(2.0, two.TotalSeconds);
    }

    [Fact]
    public void Times_that_cannot_be_expressed_are_errors()
    {
        Assert.Throws<OverflowException>(() => SimulationTime.FromTimeSpan(TimeSpan.MaxValue));
        Assert.Throws<OverflowException>(() => SimulationTime.MaxValue + TimeSpan.FromTicks(1));
    }
}
