using Wavetank.Cli.Output;
using Wavetank.Engine;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Tests;

public sealed class RunProgressTests
{
    [Theory]
    [InlineData(0.4, "1 s")]
    [InlineData(12, "12 s")]
    [InlineData(89.5, "90 s")]
    [InlineData(300, "5 min")]
    [InlineData(9000, "2.5 h")]
    public void What_is_left_is_told_in_a_unit_that_fits(double seconds, string text) => Assert.Equal(text, TimeLeft.Describe(seconds));

    [Fact]
    public void Progress_tells_how_long_the_rest_takes_where_the_end_is_known()
    {
        var progress = new RunProgress(new SimulationTime(15_000_000_000), 1_000_000);

        Assert.Equal(
            "━━━━━━────────────────── 15.0 s of 60.0 s · 7.5× · 1,000,000 events · 6 s left",
            RunProgressText.Describe(progress, 60_000_000_000, TimeSpan.FromSeconds(2)));
        Assert.Equal("15.0 s · 7.5× · 1,000,000 events", RunProgressText.Describe(progress, null, TimeSpan.FromSeconds(2)));
    }
}
