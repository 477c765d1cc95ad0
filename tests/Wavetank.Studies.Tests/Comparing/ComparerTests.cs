using Wavetank.Scenarios.Kinds;
using Wavetank.Studies.Comparing;
using Wavetank.Studies.Metrics;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Tests.Comparing;

public sealed class ComparerTests
{
    [Theory]
    [InlineData(Better.Lower, new double[] { 10, 11, 12 }, new double[] { 12, 13, 14 }, "Worse")]
    [InlineData(Better.Higher, new double[] { 10, 11, 12 }, new double[] { 12, 13, 14 }, "Better")]
    [InlineData(Better.Neither, new double[] { 10, 11, 12 }, new double[] { 12, 13, 14 }, "Different")]
    [InlineData(Better.Lower, new double[] { 10, 11, 12 }, new double[] { 14, 9, 14 }, "Unclear")]
    [InlineData(Better.Lower, new double[] { 10, 11, 12 }, new double[] { 10, 11, 12 }, "Same")]
    [InlineData(Better.Lower, new double[] { 1000, 1001, 1002 }, new double[] { 1001, 1002, 1003 }, "Same")] // Certainly less than 1 %.
    [InlineData(Better.Lower, new double[] { 0, 0, 0 }, new double[] { 1, 1, 1 }, "Worse")]
    [InlineData(Better.Lower, new double[] { 10 }, new double[] { 12 }, "Worse")]
    public void A_metric_gets_the_verdict_that_its_interval_allows(Better better, double[] a, double[] b, string verdict) =>
        Assert.Equal(verdict, $"{Compare(better, a, b).Verdict}");

    [Fact]
    public void Single_runs_with_other_seeds_may_differ_by_chance() =>
        Assert.Equal(Verdict.Unclear, Compare(Better.Lower, [10], [12], firstSeedOfB: 2).Verdict);

    [Theory]
    [InlineData("10%", true, false)] // At least 1.987 more than 11 is beyond 1.1.
    [InlineData("18.1%", false, true)] // 2.002 is more than 1.991, but perhaps by chance: the interval begins at 1.987.
    [InlineData("20%", false, false)]
    public void A_regression_is_certainly_beyond_the_bound(string bound, bool isRegression, bool mayBe)
    {
        ComparedMetric metric = Compare(Better.Lower, [10, 11, 12], [12.005, 12.995, 14.006], bound);

        Assert.Equal((isRegression, mayBe), (metric.IsRegression, metric.MayBeRegression));
    }

    [Fact]
    public void What_gets_better_is_no_regression_however_much() =>
        Assert.False(Compare(Better.Higher, [10, 11, 12], [120, 130, 140], "1%").IsRegression);

    [Fact]
    public void The_bound_of_all_is_not_for_what_gets_neither_better_nor_worse_but_its_own_is()
    {
        Assert.False(Compare(Better.Neither, [10, 11, 12], [20, 21, 22], "1%").IsRegression);
        Assert.True(Compare(Better.Neither, [10, 11, 12], [20, 21, 22], "x=1%").IsRegression);
        Assert.True(Compare(Better.Neither, [20, 21, 22], [10, 11, 12], "x=1%").IsRegression);
    }

    [Fact]
    public void From_nothing_every_increase_is_beyond_a_part() =>
        Assert.True(Compare(Better.Lower, [0, 0, 0], [1, 1, 1], "50%").IsRegression);

    [Fact]
    public void The_same_seeds_are_compared_in_pairs_and_others_are_not()
    {
        double[] a = [100, 200, 300], b = [101, 202, 301];

        Assert.Equal(DifferenceMethod.Paired, Compare(Better.Lower, a, b).Difference!.Value.Method);
        Assert.Equal(DifferenceMethod.Welch, Compare(Better.Lower, a, b, firstSeedOfB: 10).Difference!.Value.Method);
        Assert.Equal(2, Compare(Better.Lower, a, b, firstSeedOfB: 2).A!.Value.Number);
    }

    [Theory]
    [InlineData("client", true)]
    [InlineData("client.round-trip", true)]
    [InlineData("client.round-trip.p99", true)]
    [InlineData("*.p99", true)]
    [InlineData("cl*.p9*", true)]
    [InlineData("round-trip", false)]
    [InlineData("client.round", false)]
    [InlineData("client-2", false)]
    public void A_pattern_names_whole_words(string pattern, bool matches) =>
        Assert.Equal(matches, new MetricPattern(pattern).Matches(new Metric("client.round-trip.p99", MetricUnit.Duration, Better.Lower)));

    [Theory]
    [InlineData("7", "7")]
    [InlineData("1..3", "1..3")]
    [InlineData("1,2,5..8", "1, 2, 5..8")]
    [InlineData("18446744073709551614..18446744073709551615", "18446744073709551614, 18446744073709551615")]
    public void Seeds_are_read_and_told(string text, string told)
    {
        Assert.True(SeedList.TryParse(text, out IReadOnlyList<ulong> seeds, out _));
        Assert.Equal(told, SeedList.Describe(seeds));
    }

    [Theory]
    [InlineData("", "takes seeds such as 1..20 or 1,2,7, not ''")]
    [InlineData("1..", "takes seeds such as 1..20 or 1,2,7, not '1..'")]
    [InlineData("1,1", "takes each seed once, but '1,1' has 1 twice")]
    [InlineData("1..10001", "takes at most 10000 seeds, not those of '1..10001'")]
    public void Seeds_that_are_none_are_refused(string text, string problem)
    {
        Assert.False(SeedList.TryParse(text, out _, out string? found));
        Assert.Equal(problem, found);
    }

    [Theory]
    [InlineData(12_345_678, MetricUnit.Duration, "+12.3 ms")]
    [InlineData(-0.4, MetricUnit.Count, "−0.400")]
    [InlineData(0.0123, MetricUnit.Part, "+1.23 pp")]
    [InlineData(0, MetricUnit.Size, "0 B")]
    public void Differences_have_a_sign_and_a_unit(double value, MetricUnit unit, string text) => Assert.Equal(text, FigureText.Signed(value, unit));

    private static ComparedMetric Compare(Better better, double[] a, double[] b, string? bound = null, ulong firstSeedOfB = 1)
    {
        var bounds = new Bounds();
        if (bound is not null)
            Assert.True(bounds.TryAdd(bound, out _));
        var metric = new Metric("x", MetricUnit.Mean, better);
        return Comparer.Compare(Runs(metric, a, 1), Runs(metric, b, firstSeedOfB), new ComparisonOptions { Bounds = bounds }).Metrics.Single();
    }

    private static RunSet Runs(Metric metric, double[] values, ulong firstSeed) =>
        new("runs", [.. values.Select((value, i) => new RunMetrics("s", firstSeed + (ulong)i, [new(metric, value)]))]);
}
