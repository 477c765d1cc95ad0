using FsCheck.Xunit;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Units;

public sealed class DistributionTests
{
    [Theory]
    [InlineData("10ms", "10ms")]
    [InlineData("constant(10ms)", "10ms")]
    [InlineData("uniform(5ms,10ms)", "uniform(5ms, 10ms)")]
    [InlineData("exponential( 10ms )", "exponential(10ms)")]
    [InlineData("normal(10ms, 500us)", "normal(10ms, 500us)")]
    [InlineData("lognormal(0.01s,20ms)", "lognormal(10ms, 20ms)")]
    [InlineData("pareto(1s, 1.5)", "pareto(1s, 1.5)")]
    [InlineData("empirical( a, b.txt )", "empirical(a, b.txt)")]
    public void Distribution_is_read(string text, string written)
    {
        Assert.True(Distribution.TryParse(text, out Distribution? value, out string? problem), problem);
        Assert.Equal(written, value!.ToString());
    }

    [Theory]
    [InlineData("10KB", "10KB")]
    [InlineData("constant(1000B)", "1KB")]
    [InlineData("uniform(64B,1500B)", "uniform(64B, 1500B)")]
    [InlineData("lognormal(10KB, 20KB)", "lognormal(10KB, 20KB)")]
    [InlineData("pareto( 1KB,1.2 )", "pareto(1KB, 1.2)")]
    public void Sizes_are_drawn_by_the_same_distributions(string text, string written)
    {
        Assert.True(SizeDistribution.TryParse(text, out SizeDistribution? value, out string? problem), problem);
        Assert.Equal(written, value!.ToString());
    }

    [Theory]
    [InlineData("uniform(10ms, 20ms)", "in uniform(…): \"10ms\" has an unknown unit \"ms\"; did you mean \"MB\"? (units: B, KB, KiB, MB, MiB, GB, GiB, TB, TiB)")]
    [InlineData("pareto(1KB)", "pareto takes a size and a number; write pareto(1KB, 1.2)")]
    [InlineData("uniform(1KB, 2KB, 3KB)", "uniform takes 2 sizes; write uniform(64B, 1500B)")]
    [InlineData("pareto", "\"pareto\" lacks its parameters; write pareto(1KB, 1.2)")]
    public void Wrong_sizes_are_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(SizeDistribution.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("exponental(10ms)", "\"exponental\" is not a known distribution; did you mean \"exponential\"? (known: constant, uniform, exponential, normal, lognormal, pareto, empirical)")]
    [InlineData("uniform(10ms)", "uniform takes 2 durations; write uniform(5ms, 15ms)")]
    [InlineData("exponential(1ms, 2ms)", "exponential takes one duration; write exponential(10ms)")]
    [InlineData("exponential(10)", "in exponential(…): \"10\" has no unit; write 10ms (units: ns, us, ms, s, min, h)")]
    [InlineData("exponential(10ms", "\"exponential(10ms\" lacks its closing parenthesis; within { } a value with a comma needs quotes: \"uniform(5ms, 15ms)\"")]
    [InlineData("exponential", "\"exponential\" lacks its parameters; write exponential(10ms)")]
    [InlineData("uniform(2s, 1s)", "the first value of uniform(…) is the least, but 2s is more than 1s; write uniform(1s, 2s)")]
    [InlineData("pareto(1s, 1)", "the index of pareto(…) is more than 1, so that there is a mean, and at most 100, but 1 is not; write pareto(1s, 1.5)")]
    [InlineData("pareto(1s, 2s)", "in pareto(…): \"2s\" is not a number; write one such as 12 or 0.5")]
    [InlineData("lognormal(0s, 2s)", "the mean of lognormal(…), 0ms, must be more than zero and more than a 1000th of the standard deviation, 2s")]
    [InlineData("empirical()", "in empirical(…): names no file; write, for example, empirical(sizes.txt)")]
    [InlineData("normal(10ms, 1ns)", "in normal(…): \"1ns\" is not a whole number of 100ns, which timers count in; write 0ms or 100ns")]
    [InlineData("10", "\"10\" has no unit; write 10ms (units: ns, us, ms, s, min, h)")]
    public void Wrong_distribution_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(Distribution.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Property(MaxTest = 500)]
    public bool Written_distribution_reads_back_the_same(uint a, uint b)
    {
        var (least, most) = (new Duration(Math.Min(a, b) * 100L), new Duration(Math.Max(a, b) * 100L));
        string[] values = [$"{least}", $"uniform({least}, {most})", $"exponential({most})", $"normal({most}, {least})", $"pareto({least}, 1.5)"];
        return values.All(v => Distribution.TryParse(v, out Distribution? read, out _) && read!.ToString() == v);
    }
}
