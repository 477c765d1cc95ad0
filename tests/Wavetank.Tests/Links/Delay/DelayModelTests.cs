using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

/// <summary>Each delay model against its definition.</summary>
public sealed class DelayModelTests
{
    private const int Many = 200_000;

    private static readonly TimeSpan Mean = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Deviation = TimeSpan.FromMilliseconds(4);

    public static TheoryData<DelayOptions> Distributions =>
        [new NormalDelayOptions(Mean, Deviation), new ParetoDelayOptions(Mean, Deviation), new ParetoNormalDelayOptions(Mean, Deviation)];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void A_distribution_has_the_mean_and_the_deviation_that_were_asked_for(DelayOptions options)
    {
        double[] delays = Draw(options);
        double mean = delays.Average();
        Sigma.AssertNear(100, 4 / Math.Sqrt(Many), mean);
        Assert.Equal(4, Math.Sqrt(delays.Average(delay => (delay - mean) * (delay - mean))), 0.15);
    }

    [Fact]
    public void The_normal_distribution_has_its_shares_within_one_and_two_deviations()
    {
        double[] delays = Draw(new NormalDelayOptions(Mean, Deviation));
        Sigma.AssertShare(0.6827, delays.Count(delay => Math.Abs(delay - 100) < 4), Many);
        Sigma.AssertShare(0.9545, delays.Count(delay => Math.Abs(delay - 100) < 8), Many);
        Sigma.AssertShare(0.5, delays.Count(delay => delay < 100), Many);
        Assert.All(delays, delay => Assert.InRange(delay, 100 - (3.7 * 4), 100 + (3.7 * 4)));
    }

    [Fact]
    public void The_normal_table_agrees_with_published_quantiles()
    {
        // Entry i is the middle of part i; the stretching to a deviation of 1 is below a thousandth.
        Assert.Equal(0.6745, DelayTables.Normal[DelayTables.Size * 3 / 4], 0.002);
        Assert.Equal(1.6449, DelayTables.Normal[(int)(DelayTables.Size * 0.95)], 0.005);
        Assert.Equal(-2.3263, DelayTables.Normal[(int)(DelayTables.Size * 0.01)], 0.02);
        Assert.Equal(-DelayTables.Normal[0], DelayTables.Normal[^1]);
    }

    [Fact]
    public void The_pareto_distribution_has_its_medians_place_and_a_bound_below()
    {
        // Shape 3 from 1: mean 3/2, deviation sqrt(3)/2, median 2^(1/3).
        double median = (Math.Cbrt(2) - 1.5) / (Math.Sqrt(3) / 2);
        double[] delays = Draw(new ParetoDelayOptions(Mean, Deviation));

        // The table ends in the tail, and is stretched a little to have its deviation all the same.
        Assert.Equal(100 + (median * 4), delays.Order().ElementAt(Many / 2), 0.1);
        Assert.InRange(delays.Min(), 100 - (0.62 * 4), 100 - (0.6 * 4));
        Assert.InRange(delays.Max(), 100 + (22 * 4), 100 + (23 * 4));
    }

    [Fact]
    public void Uniform_delays_stay_within_their_bounds_which_both_occur()
    {
        double[] delays = Draw(new UniformDelayOptions(TimeSpan.FromTicks(2), TimeSpan.FromTicks(1)), 20_000);
        Assert.Equal(100, delays.Min() * 1e6);
        Assert.Equal(300, delays.Max() * 1e6);
        Assert.Equal(0, Draw(new UniformDelayOptions(TimeSpan.Zero, TimeSpan.FromMilliseconds(1))).Min());
    }

    [Fact]
    public void A_correlated_delay_resembles_the_last_and_varies_less()
    {
        double[] delays = Draw(new UniformDelayOptions(Mean, TimeSpan.FromMilliseconds(10)) { Correlation = 0.5 });
        Assert.Equal(0.5, Sigma.Autocorrelation(delays, 1), 0.01);
        double mean = delays.Average();
        Assert.Equal(400.0 / 12 / 3, delays.Average(delay => (delay - mean) * (delay - mean)), 0.2);
        Assert.True(Sigma.Autocorrelation(Draw(new NormalDelayOptions(Mean, Deviation) { Correlation = 0.5 }), 1) > 0.45);
    }

    [Fact]
    public void Measured_delays_come_back_each_equally_often()
    {
        double[] delays = Draw(new EmpiricalDelayOptions(EmpiricalDelayOptions.ParseDelays(["# measured", "20 ms", "0.01s # slow", "", "30ms", "20ms"])));
        Sigma.AssertShare(0.5, delays.Count(delay => delay == 20), Many);
        Sigma.AssertShare(0.25, delays.Count(delay => delay == 10), Many);
        Sigma.AssertShare(0.25, delays.Count(delay => delay == 30), Many);
    }

    [Fact]
    public void A_table_of_netems_counts_in_8192nds_of_the_deviation()
    {
        double[] delays = Draw(new DistributionFileDelayOptions(Mean, Deviation, DistributionFileDelayOptions.ParseTable(["# mine", "-8192 0", "16384"])));
        Assert.Equal([96, 100, 108], delays.Distinct().Order());
    }

    [Theory]
    [InlineData("12", "line 1: \"12\" is not a delay")]
    [InlineData("-1ms", "line 1: \"-1ms\" is not a delay")]
    [InlineData("", "has 0 delays")]
    public void A_list_of_delays_that_is_none_says_where(string line, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => EmpiricalDelayOptions.ParseDelays([line])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1 2 x", "line 1: \"x\" is not a whole number")]
    [InlineData("32768", "line 1: \"32768\" is not a whole number")]
    [InlineData("# nothing", "has 0 numbers")]
    public void A_table_that_is_none_says_where(string line, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => DistributionFileDelayOptions.ParseTable([line])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, new string('#', (1 << 20) + 1));
            Assert.Contains("larger than 1 MiB", Assert.Throws<FormatException>(() => EmpiricalDelayOptions.FromFile(path)).Message, StringComparison.Ordinal);
            File.WriteAllText(path, "7ms\r\n8ms\r\n");
            Assert.Equal([TimeSpan.FromMilliseconds(7), TimeSpan.FromMilliseconds(8)], EmpiricalDelayOptions.FromFile(path).Delays);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Packets_keep_their_order_unless_it_may_be_lost()
    {
        var options = new LinkOptions { DelayModel = new NormalDelayOptions(Mean, TimeSpan.FromMilliseconds(20)) };
        long[] kept = Run(options);
        Assert.Equal(kept.Order(), kept);
        long[] mixed = Run(options with { KeepOrder = false });
        Assert.NotEqual(mixed.Order(), mixed);
        Assert.Equal(kept, mixed.Order());

        static long[] Run(LinkOptions options)
        {
            using var rig = new LinkRig(options);
            rig.SendMany(200, every: 1);
            rig.Run();
            return [.. rig.Numbers];
        }
    }

    [Fact]
    public void Delays_are_the_same_for_the_same_seed()
    {
        double[] first = Draw(new ParetoNormalDelayOptions(Mean, Deviation));
        Assert.Equal(first, Draw(new ParetoNormalDelayOptions(Mean, Deviation)));
    }

    [Fact]
    public void Two_ways_of_delaying_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new LinkOptions { Delay = Mean, DelayModel = new ConstantDelayOptions(Mean) }.Validate());

    [Fact]
    public void The_exponential_function_agrees_with_the_platforms()
    {
        for (double x = -40; x < 40; x += 0.37)
        {
            Assert.Equal(1, DeterministicMath.Exp(x) / Math.Exp(x), 2e-15);
        }
    }

    private static double[] Draw(DelayOptions options, int count = Many)
    {
        options.Validate();
        DelayModel model = options.Create(new RandomStream(3, "test"));
        return [.. Enumerable.Range(0, count).Select(_ => model.NextNanoseconds(null!) / 1e6)];
    }
}
