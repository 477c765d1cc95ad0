using FsCheck.Xunit;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Units;

public sealed class DistributionTests
{
    private static readonly Duration TenMs = new(10_000_000);
    private static readonly Duration FiveMs = new(5_000_000);

    public static TheoryData<string, Distribution> Right => new()
    {
        { "10ms", new ConstantDistribution(TenMs) },
        { "constant(10ms)", new ConstantDistribution(TenMs) },
        { "uniform(5ms, 10ms)", new UniformDistribution(FiveMs, TenMs) },
        { "uniform(5ms,10ms)", new UniformDistribution(FiveMs, TenMs) },
        { "exponential( 10ms )", new ExponentialDistribution(TenMs) },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public void Distribution_is_read(string text, Distribution expected)
    {
        Assert.True(Distribution.TryParse(text, out Distribution? value, out string? problem), problem);
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("exponental(10ms)", "\"exponental\" is not a known distribution; did you mean \"exponential\"? (known: constant, uniform, exponential)")]
    [InlineData("uniform(10ms)", "uniform takes 2 durations; write uniform(5ms, 15ms)")]
    [InlineData("exponential(1ms, 2ms)", "exponential takes one duration; write exponential(10ms)")]
    [InlineData("exponential(10)", "in exponential(…): \"10\" has no unit; write 10ms (units: ns, us, ms, s, min, h)")]
    [InlineData("exponential(10ms", "\"exponential(10ms\" lacks its closing parenthesis; within { } a value with a comma needs quotes: \"uniform(5ms, 15ms)\"")]
    [InlineData("exponential", "\"exponential\" lacks its durations; write exponential(10ms)")]
    [InlineData("uniform(2s, 1s)", "the first duration of uniform(…) is the least, but 2s is more than 1s; write uniform(1s, 2s)")]
    [InlineData("10", "\"10\" has no unit; write 10ms (units: ns, us, ms, s, min, h)")]
    public void Wrong_distribution_is_refused_with_what_would_be_right(string text, string expected)
    {
        Assert.False(Distribution.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    [Property(MaxTest = 500)]
    public bool Written_distribution_reads_back_the_same(uint a, uint b)
    {
        Distribution[] values =
        [
            new ConstantDistribution(new Duration(a)),
            new UniformDistribution(new Duration(Math.Min(a, b)), new Duration(Math.Max(a, b))),
            new ExponentialDistribution(new Duration(b)),
        ];
        return values.All(v => Distribution.TryParse(v.ToString(), out Distribution? read, out _) && read == v);
    }
}
