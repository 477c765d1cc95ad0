using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Points;

namespace Wavetank.Studies.Tests.Sweeping;

public sealed class DesignTests
{
    [Fact]
    public void Grid_has_every_value_with_every_other_and_the_last_parameter_changes_first()
    {
        var grid = Design.Grid([SweepParameter.Parse("a=1,2"), SweepParameter.Parse("b=x,y,z")]);

        Assert.Equal(
            ["a=1 b=x", "a=1 b=y", "a=1 b=z", "a=2 b=x", "a=2 b=y", "a=2 b=z"],
            grid.Points.Select(point => string.Join(' ', point.Settings(grid.Parameters))));
        Assert.Equal([1, 2, 3, 4, 5, 6], grid.Points.Select(point => point.Id));
    }

    [Fact]
    public void Grid_of_nothing_is_one_point() => Assert.Equal([1], Design.Grid([]).Points.Select(point => point.Id));

    [Fact]
    public void Grid_that_is_too_large_is_refused()
    {
        SweepParameter[] parameters = [.. Enumerable.Range(0, 3).Select(i => SweepParameter.Parse($"p{i}=1..1000"))];
        Assert.Contains("more than 100000 points", Assert.Throws<SweepException>(() => Design.Grid(parameters)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "1Mbps..2Mbps")]
    [InlineData(7, "1ms..10s/log")]
    [InlineData(50, "1Mbps..100Mbps/log")]
    [InlineData(100, "0ms..20ms")]
    [InlineData(1000, "0%..5%")]
    [InlineData(333, "0.5..0.75")]
    [InlineData(40, "1..40")]
    public void Hypercube_uses_each_stratum_of_each_range_once(int number, string range)
    {
        var ranges = new[] { ParameterRange.Parse($"a={range}"), ParameterRange.Parse("b=0B..1GB") };
        Design design = LatinHypercube.Draw(number, ranges, [], seed: 3);

        Assert.Equal(number, design.Points.Count);
        for (int parameter = 0; parameter < ranges.Length; parameter++)
        {
            decimal[] values = [.. design.Points.Select(point => Value(design.Parameters[parameter].Values[point.Values[parameter]])).Order()];
            for (int stratum = 0; stratum < number; stratum++)
            {
                Assert.InRange(
                    values[stratum],
                    decimal.Floor(StratumValue.At(ranges[parameter], (double)stratum / number) * 1_000_000) / 1_000_000,
                    StratumValue.At(ranges[parameter], (stratum + 1.0) / number));
            }
        }
    }

    [Fact]
    public void Hypercube_follows_from_its_seed_and_a_further_range_moves_no_other()
    {
        ParameterRange rate = ParameterRange.Parse("rate=1Mbps..100Mbps"), delay = ParameterRange.Parse("delay=1ms..100ms");

        string[] once = Values(LatinHypercube.Draw(20, [rate], [], 1), 0);
        Assert.Equal(once, Values(LatinHypercube.Draw(20, [rate, delay], [], 1), 0));
        Assert.NotEqual(once, Values(LatinHypercube.Draw(20, [rate], [], 2), 0));
    }

    [Fact]
    public void Hypercube_has_values_that_a_scenario_takes_with_few_digits()
    {
        Design design = LatinHypercube.Draw(10, [ParameterRange.Parse("rate=1Mbps..100Mbps")], [SweepParameter.Parse("duration=1s")], 1);

        Assert.All(design.Parameters[0].Values, value => Assert.Matches(@"^[0-9.]{1,4}Mbps$", value));
        Assert.Equal(design.Parameters[0].Values, design.Parameters[0].Values.OrderBy(Value));
        Assert.All(design.Points, point => Assert.Equal("duration=1s", point.Settings(design.Parameters)[1]));
    }

    [Theory]
    [InlineData("a=1ms", "is not PATH=LOW..HIGH")]
    [InlineData("a=1ms..cubic", "is not PATH=LOW..HIGH")]
    [InlineData("a=2ms..1ms", "is no range")]
    [InlineData("a=2ms..1Mbps", "one unit to another")]
    [InlineData("a=0ms..1s/log", "begins at 0")]
    [InlineData("seed=1..9", "given by --seeds")]
    public void Range_that_is_none_says_why(string text, string why) =>
        Assert.Contains(why, Assert.Throws<SweepException>(() => ParameterRange.Parse(text)).Message, StringComparison.Ordinal);

    private static string[] Values(Design design, int parameter) => [.. design.Points.Select(point => design.Parameters[parameter].Values[point.Values[parameter]])];

    private static decimal Value(string text) => Quantity.TryParse(text, out Quantity quantity) ? quantity.Value : throw new FormatException(text);
}
