using FsCheck.Xunit;
using Wavetank.Engine;
using Wavetank.Recording.Metrics;

namespace Wavetank.Tests.Recording.Metrics;

public sealed class HistogramTests
{
    private static readonly double[] Percentiles = [0, 0.1, 1, 10, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100];

    [Property(MaxTest = 200)]
    public void Percentiles_of_few_values_are_exact(long[] values) => Check(values, 0);

    [Property(MaxTest = 40)]
    public void Percentiles_of_many_values_are_within_four_per_mille(ulong seed, bool small)
    {
        var random = new RandomStream(seed, "values");
        int count = 1025 + (int)random.NextInt64(5000);

        // Spread over all magnitudes, or crowded where the buckets are widest against the value.
        Check(Enumerable.Range(0, count).Select(_ => small ? random.NextInt64(600) : (long)(random.NextUInt64() >> (1 + (int)random.NextInt64(62)))), 0.004);
    }

    [Property(MaxTest = 40)]
    public void A_merged_histogram_is_that_of_all_values(ulong seed)
    {
        var random = new RandomStream(seed, "values");
        long[] first = Values(), second = Values();
        Histogram merged = Of(first);
        merged.Merge(Of(second));

        Histogram all = Of([.. first, .. second]);

        Assert.Equal(all.Count, merged.Count);
        Assert.Equal(all.Minimum, merged.Minimum);
        Assert.Equal(all.Maximum, merged.Maximum);
        Assert.Equal(all.Mean, merged.Mean);
        Assert.Equal(all.IsExact, merged.IsExact);
        Assert.All(Percentiles, percentile => Assert.Equal(all.Percentile(percentile), merged.Percentile(percentile)));

        long[] Values() => [.. Enumerable.Range(0, (int)random.NextInt64(2000)).Select(_ => random.NextInt64(1_000_000_000))];
    }

    [Fact]
    public void A_histogram_can_be_merged_with_itself()
    {
        Histogram few = Of([1, 2, 3]), many = Of(Enumerable.Range(1, 2000).Select(i => (long)i));

        few.Merge(few);
        many.Merge(many);

        Assert.Equal((6, 2.0, 2), (few.Count, few.Mean, few.Percentile(50)));
        Assert.Equal((4000, 1000.5), (many.Count, many.Mean));
    }

    [Fact]
    public void Nearest_rank_of_a_hundred_values()
    {
        Histogram histogram = Of(Enumerable.Range(1, 100).Select(i => (long)i));

        Assert.Equal([1, 1, 50, 51, 99, 100, 100], new[] { 0, 1, 50, 50.5, 99, 99.9, 100 }.Select(histogram.Percentile));
    }

    [Fact]
    public void A_fraction_of_a_per_cent_is_not_rounded_up()
    {
        Histogram histogram = Of(Enumerable.Range(1, 1000).Select(i => (long)i));

        Assert.Equal(999, histogram.Percentile(99.9));
        Assert.Equal(1, histogram.Percentile(0.1));
    }

    [Fact]
    public void Values_may_be_recorded_after_percentiles_were_asked_for()
    {
        Histogram histogram = Of([5, 1]);
        Assert.Equal(1, histogram.Percentile(50));

        histogram.Record(0);

        Assert.Equal(0, histogram.Percentile(10));
        Assert.Equal(1, histogram.Percentile(50));
    }

    [Fact]
    public void Exactness_ends_with_the_1025th_value()
    {
        Histogram histogram = Of(Enumerable.Range(0, Histogram.MaximumRawCount).Select(i => (long)i * 1_000_003));
        Assert.True(histogram.IsExact);
        Assert.Equal(511 * 1_000_003, histogram.Percentile(50));

        histogram.Record(7);

        Assert.False(histogram.IsExact);
        Assert.InRange(histogram.Percentile(50), 510 * 1_000_003 * 0.996, 511 * 1_000_003 * 1.004);
    }

    [Fact]
    public void Mean_is_exact_beyond_the_sum_that_64_bits_hold()
    {
        Histogram histogram = Of(Enumerable.Repeat(long.MaxValue, 3000));

        Assert.Equal(long.MaxValue, histogram.Mean);
        Assert.Equal(long.MaxValue, histogram.Percentile(50));
    }

    [Fact]
    public void An_empty_histogram_says_zero()
    {
        var histogram = new Histogram();

        Assert.Equal((0, 0, 0, 0.0, 0), (histogram.Count, histogram.Minimum, histogram.Maximum, histogram.Mean, histogram.Percentile(99)));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        var histogram = new Histogram();

        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Record(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Percentile(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Percentile(100.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Percentile(double.NaN));
    }

    private static Histogram Of(IEnumerable<long> values)
    {
        var histogram = new Histogram();
        foreach (long value in values)
        {
            histogram.Record(value);
        }

        return histogram;
    }

    private static void Check(IEnumerable<long> source, double tolerance)
    {
        long[] values = [.. source.Select(value => value & long.MaxValue)];
        Histogram histogram = Of(values);
        Array.Sort(values);
        if (values.Length == 0)
        {
            return;
        }

        Assert.Equal((values.Length, values[0], values[^1]), (histogram.Count, histogram.Minimum, histogram.Maximum));
        Assert.Equal((double)values.Aggregate((Int128)0, (sum, value) => sum + value) / values.Length, histogram.Mean);
        foreach (double percentile in Percentiles)
        {
            long exact = values[Math.Max(0, (int)decimal.Ceiling((decimal)percentile * values.Length / 100) - 1)];
            Assert.InRange(histogram.Percentile(percentile), exact - (exact * tolerance), exact + (exact * tolerance));
        }
    }
}
