using Wavetank.Engine;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Tests.Statistics;

/// <summary>An interval of 95 % must hold the true value in 95 of 100 studies: this draws two thousand of them.</summary>
public sealed class CoverageTests
{
    private const int Studies = 2000;

    private readonly RandomStream _random = new(7, "coverage");

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public void Students_interval_holds_the_mean_of_normal_values_as_often_as_it_says(int number) => Assert.InRange(
        Covered(() => MeanInterval.Of(SampleSummary.Of(Normal(number, 5, 2)), 0.95), 5), 0.94, 0.96);

    [Fact]
    public void Interval_of_paired_differences_holds_the_difference_whatever_the_pairs_have_in_common() => Assert.InRange(
        Covered(
            () =>
            {
                double[] common = Normal(8, 0, 100);
                double[] first = [.. Normal(8, 0, 1).Zip(common, (value, shared) => value + shared)];
                double[] second = [.. Normal(8, 1, 1).Zip(common, (value, shared) => value + shared)];
                return Difference.OfPairs(first, second, 0.95).Interval;
            },
            1),
        0.94,
        0.96);

    [Fact]
    public void Welchs_interval_holds_the_difference_of_samples_with_unlike_deviations() => Assert.InRange(
        Covered(() => Difference.OfSamples(SampleSummary.Of(Normal(6, 0, 5)), SampleSummary.Of(Normal(12, 1, 1)), 0.95).Interval, 1), 0.935, 0.965);

    // The percentile bootstrap is known to be too narrow for few values: of 30 it holds about 94 % of normal means.
    [Fact]
    public void Bootstrap_holds_the_mean_nearly_as_often() => Assert.InRange(
        Covered(() => BootstrapInterval.OfMean(Normal(30, 5, 2), 0.95), 5, studies: 500), 0.92, 0.97);

    [Fact]
    public void Bootstrap_gives_the_same_interval_on_every_thread()
    {
        double[] values = Normal(20, 5, 2);
        var intervals = new Interval?[8];
        Parallel.For(0, intervals.Length, i => intervals[i] = BootstrapInterval.OfMean(values, 0.95));

        Assert.All(intervals, interval => Assert.Equal(intervals[0], interval));
    }

    private static double Covered(Func<Interval?> study, double truth, int studies = Studies) =>
        (double)Enumerable.Range(0, studies).Count(_ => study()!.Value.Contains(truth)) / studies;

    private double[] Normal(int number, double mean, double deviation) =>
        [.. Enumerable.Range(0, number).Select(_ => mean + (deviation * _random.NextNormal()))];
}
