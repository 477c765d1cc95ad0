using Wavetank.Engine;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Building;

public sealed class DrawTests
{
    private const int Draws = 20_000;

    [Fact]
    public void A_constant_is_always_the_same() =>
        Assert.All(Draw("10ms"), draw => Assert.Equal(TimeSpan.FromMilliseconds(10), draw));

    [Fact]
    public void A_uniform_draw_reaches_both_ends_and_no_further()
    {
        TimeSpan[] draws = Draw("uniform(100ns, 1us)");

        Assert.Equal(Enumerable.Range(1, 10).Select(ticks => (long)ticks), draws.Select(draw => draw.Ticks).Distinct().Order());
    }

    [Fact]
    public void An_exponential_draw_has_its_mean_and_its_spread()
    {
        double[] seconds = [.. Draw("exponential(1s)").Select(draw => draw.TotalSeconds)];

        Assert.InRange(seconds.Average(), 0.97, 1.03);
        Assert.InRange(seconds.Count(second => second > 1) / (double)Draws, 0.355, 0.38);
    }

    // The mean of n draws is within three standard errors of the distribution's, sd/√n; the variance within 3·sd²·√(kurtosis − 1)/√n.
    [Theory]
    [InlineData("normal(10s, 1s)", 10, 1, 3)]
    [InlineData("lognormal(10s, 2s)", 10, 2, 3.68)]
    [InlineData("uniform(5s, 15s)", 10, 2.8868, 1.8)]
    [InlineData("exponential(10s)", 10, 10, 9)]
    [InlineData("pareto(10s, 20)", 10.5263, 0.5548, 13.2)]
    public void Draws_have_the_mean_and_the_variance_of_their_distribution(string text, double mean, double deviation, double kurtosis)
    {
        double[] seconds = [.. Draw(text).Select(draw => draw.TotalSeconds)];

        double error = 3 / Math.Sqrt(Draws);
        double average = seconds.Average(), variance = seconds.Average(second => (second - average) * (second - average));
        Assert.InRange(average, mean - (error * deviation), mean + (error * deviation));
        double spread = error * Math.Sqrt(kurtosis - 1);
        Assert.InRange(variance / (deviation * deviation), 1 - spread, 1 + spread);
    }

    [Fact]
    public void A_pareto_draw_has_its_least_and_its_tail()
    {
        double[] seconds = [.. Draw("pareto(1s, 1.5)").Select(draw => draw.TotalSeconds)];

        Assert.True(seconds.Min() >= 1);

        // Above x with probability x^-1.5: 0.125 above 4, with a standard error of 0.0023.
        Assert.InRange(seconds.Count(second => second > 4) / (double)Draws, 0.118, 0.132);
    }

    [Fact]
    public void A_normal_draw_is_never_negative() =>
        Assert.Equal(TimeSpan.Zero, Draw("normal(1s, 10s)").Min());

    [Theory]
    [InlineData("exponential(10ms)", "56007 275963 32288 101665")]
    [InlineData("normal(10ms, 3ms)", "96625 59098 127224 85021")]
    [InlineData("lognormal(10ms, 30ms)", "26660 3995 125320 14823")]
    [InlineData("pareto(10ms, 1.2)", "159477 997110 130874 233313")]
    public void Draws_are_the_same_on_every_machine(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Draw(text).Take(4).Select(draw => draw.Ticks)));

    [Fact]
    public void Think_times_have_dice_of_their_own()
    {
        const string text = Runs.TwoHosts + """
            applications:
              - { on: server, run: tcp-echo-server, port: 7 }
              - { on: client, run: tcp-echo-client, to: "server:7", count: 50, think: 'uniform(5ms, 15ms)' }
            """;

        // Other content of the messages' length, same think times: the run takes equally long.
        ScenarioResult small = Runs.Execute(text);
        ScenarioResult large = Runs.Execute(text.Replace("count: 50", "count: 50, size: 1KB", StringComparison.Ordinal));
        Assert.Equal(small.LastEvent, large.LastEvent);
        Assert.NotEqual(small.Digest, large.Digest);
    }

    private static TimeSpan[] Draw(string text)
    {
        Assert.True(Distribution.TryParse(text, out Distribution? distribution, out string? problem), problem);
        using var simulator = new Simulator(5);
        RandomStream random = simulator.CreateRandomStream("draws");
        return [.. Enumerable.Range(0, Draws).Select(_ => distribution!.Next(random))];
    }
}
