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
        return [.. Enumerable.Range(0, Draws).Select(_ => distribution!.Draw(random))];
    }
}
