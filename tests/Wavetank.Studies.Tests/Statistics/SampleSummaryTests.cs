using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Tests.Statistics;

public sealed class SampleSummaryTests
{
    [Fact]
    public void Mean_and_deviation_are_those_of_the_textbook()
    {
        SampleSummary summary = SampleSummary.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal(5, summary.Mean);
        Assert.Equal(Math.Sqrt(32.0 / 7), summary.StandardDeviation, 1e-15);
    }

    [Fact]
    public void Deviation_of_large_values_is_not_lost() =>
        Assert.Equal(1, SampleSummary.Of([1e15 + 1, 1e15 + 2, 1e15 + 3]).StandardDeviation, 1e-12);

    [Fact]
    public void Values_that_are_all_the_same_deviate_by_nothing() =>
        Assert.Equal(new SampleSummary(3, 0.1, 0), SampleSummary.Of([0.1, 0.1, 0.1]));

    [Fact]
    public void One_value_has_no_interval() => Assert.Null(MeanInterval.Of(SampleSummary.Of([7]), 0.95));

    // Student, "The probable error of a mean", Biometrika 6 (1908): additional hours of sleep gained with two drugs by ten patients.
    [Fact]
    public void Interval_of_the_difference_is_that_of_Students_sleepers()
    {
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

        Difference paired = Difference.OfPairs(first, second, 0.95);
        Difference welch = Difference.OfSamples(SampleSummary.Of(first), SampleSummary.Of(second), 0.95);

        // As R prints them: t.test(extra ~ group, data = sleep), paired and not.
        Assert.Equal(1.58, paired.Mean, 1e-12);
        Assert.Equal(0.7001142, paired.Interval!.Value.Low, 5e-7);
        Assert.Equal(2.4598858, paired.Interval.Value.High, 5e-7);
        Assert.Equal(-0.2054832, welch.Interval!.Value.Low, 5e-7);
        Assert.Equal(3.3654832, welch.Interval.Value.High, 5e-7);
    }

    [Fact]
    public void Samples_without_any_deviation_differ_for_certain() =>
        Assert.Equal(
            new Interval(1, 1),
            Difference.OfSamples(SampleSummary.Of([3, 3]), SampleSummary.Of([4, 4, 4]), 0.95).Interval);
}
