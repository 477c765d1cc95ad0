using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Loss;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Loss;

/// <summary>Each loss model against its definition.</summary>
public sealed class LossModelTests
{
    private const int Many = 400_000;

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(0.7)]
    public void Independent_loss_is_the_share_that_was_asked_for(double share) =>
        Sigma.AssertShare(share, Losses(new IndependentLossOptions(share)).Count(lost => lost), Many);

    [Fact]
    public void With_ecn_what_would_be_lost_is_marked_if_it_understands_marks()
    {
        using var rig = new LinkRig(new LinkOptions { LossModel = new ListLossOptions(2, 3, 5), LossEcn = true });
        List<long> marked = [];
        rig.Seen = packet =>
        {
            if ((packet.TrafficClass & 3) == 3)
            {
                marked.Add(packet.Id);
            }
        };
        for (int i = 1; i <= 6; i++)
        {
            byte ecn = (byte)(i == 3 ? 0 : 2);
            rig.SendAt(i, shape: packet => packet.TrafficClass = ecn);
        }

        rig.Run();
        Assert.Equal([1, 2, 4, 5, 6], rig.Numbers);
        Assert.Equal([2, 5], marked);
        Assert.Equal((2, 1), (rig.Statistics.MarkedPackets, rig.Statistics.Drops(DropReason.LinkLoss)));
    }

    [Fact]
    public void Correlated_loss_compares_with_numbers_that_resemble_the_last()
    {
        // Below one half the numbers are rarer than even ones: 10 % with 25 % is 7/400 (the integral of the first steps' densities).
        int lost = Losses(new CorrelatedLossOptions(0.1, 0.25)).Count(lost => lost);
        Sigma.AssertNear(0.0175 * Many, 1.5 * Math.Sqrt(0.0175 * Many), lost);

        // One half is the middle, whatever the correlation.
        Sigma.AssertNear(0.5 * Many, 2 * Math.Sqrt(0.25 * Many), Losses(new CorrelatedLossOptions(0.5, 0.6)).Count(lost => lost));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Correlated_numbers_have_the_mean_the_variance_and_the_autocorrelation_of_their_definition(double correlation)
    {
        var random = new CorrelatedRandom(new RandomStream(7, "test"));
        double[] values = [.. Enumerable.Range(0, Many).Select(_ => random.Next(correlation))];
        double mean = values.Average();
        double stretch = Math.Sqrt((1 + correlation) / (1 - correlation));
        double variance = (1 - correlation) / (1 + correlation) / 12;

        Assert.All(values, value => Assert.InRange(value, 0, 1));
        Sigma.AssertNear(0.5, Math.Sqrt(variance / Many) * stretch, mean);
        Assert.Equal(1, values.Average(value => (value - mean) * (value - mean)) / variance, 0.02);
        Assert.Equal(correlation, Sigma.Autocorrelation(values, 1), 0.01);
        Assert.Equal(correlation * correlation, Sigma.Autocorrelation(values, 2), 0.01);
    }

    [Theory]
    [InlineData(0.01, 0.1)]
    [InlineData(0.05, 0.5)]
    [InlineData(0.002, 0.02)]
    public void Gilberts_bursts_are_one_by_r_long_and_its_loss_is_p_by_p_plus_r(double p, double r)
    {
        bool[] lost = Losses(new GilbertElliottLossOptions(p, r));
        int[] bursts = Bursts(lost);

        // Lengths are geometric: the deviation of one is sqrt(1-r)/r.
        Sigma.AssertNear(1 / r, Math.Sqrt(1 - r) / r / Math.Sqrt(bursts.Length), bursts.Average());

        // Each is like the one before by 1-p-r, which widens the sum's deviation.
        double share = p / (p + r);
        Sigma.AssertNear(share * Many, Math.Sqrt(share * (1 - share) * Many * (2 - p - r) / (p + r)), lost.Count(value => value));
        Assert.Equal(1 - p - r, Sigma.Autocorrelation([.. lost.Select(value => value ? 1.0 : 0)], 1), 0.02);
    }

    [Fact]
    public void Gilbert_and_elliotts_states_lose_by_their_own_shares()
    {
        const double P = 0.02;
        const double R = 0.1;
        double share = ((0.4 * P) + (0.01 * R)) / (P + R);
        int lost = Losses(new GilbertElliottLossOptions(P, R) { LossInBad = 0.4, LossInGood = 0.01 }).Count(value => value);
        Sigma.AssertNear(share * Many, 3 * Math.Sqrt(share * Many), lost);
    }

    [Fact]
    public void Gilbert_with_r_of_one_less_p_is_bernoullis()
    {
        bool[] lost = Losses(new GilbertElliottLossOptions(0.2, 0.8));
        Sigma.AssertShare(0.2, lost.Count(value => value), Many);
        Assert.Equal(0, Sigma.Autocorrelation([.. lost.Select(value => value ? 1.0 : 0)], 1), 0.006);
    }

    [Fact]
    public void Four_states_lose_what_their_balance_says()
    {
        var options = new MarkovLossOptions(0.02) { P31 = 0.2, P32 = 0.3, P23 = 0.6, P14 = 0.01 };
        double ratio = options.P13 / options.P31;
        double share = (ratio + options.P14) / (1 + (ratio * (1 + (options.P32 / options.P23))) + options.P14);
        bool[] lost = Losses(options);
        Sigma.AssertNear(share * Many, 3 * Math.Sqrt(share * Many), lost.Count(value => value));
    }

    [Fact]
    public void A_four_state_burst_without_gaps_is_one_by_p31_long_and_a_lone_loss_is_alone()
    {
        int[] bursts = Bursts(Losses(new MarkovLossOptions(0.01) { P31 = 0.25 }));
        Sigma.AssertNear(4, Math.Sqrt(0.75) / 0.25 / Math.Sqrt(bursts.Length), bursts.Average());
        Assert.All(Bursts(Losses(new MarkovLossOptions(0) { P14 = 0.3 })), burst => Assert.Equal(1, burst));
        Sigma.AssertShare(0.1, Losses(new MarkovLossOptions(0.1)).Count(value => value), Many);
    }

    [Fact]
    public void Periods_and_lists_are_exact()
    {
        Assert.Equal([3, 6, 9, 12], Numbers(new PeriodicLossOptions(3), 13));
        Assert.Equal([2, 5, 6], Numbers(new ListLossOptions(6, 2, 5, 5, 100), 13));
    }

    [Fact]
    public void What_is_out_of_range_is_refused_with_its_name()
    {
        Refused("P", new GilbertElliottLossOptions(1.2, 0.1));
        Refused("LossInBad", new GilbertElliottLossOptions(0.2, 0.1) { LossInBad = -1 });
        Refused("Correlation", new CorrelatedLossOptions(0.2, double.NaN));
        Refused("P14", new MarkovLossOptions(0.6) { P14 = 0.6 });
        Refused("P32", new MarkovLossOptions(0.6) { P31 = 0.6, P32 = 0.6 });
        Refused("Period", new PeriodicLossOptions(0));
        Refused("Numbers", new ListLossOptions(0));
        Refused("LossPeriod", () => new LinkOptions { Loss = 0.1, LossModel = new PeriodicLossOptions(2) }.Validate());
    }

    [Fact]
    public void A_model_from_outside_decides_and_goes_on_while_others_change()
    {
        int asked = 0;
        var options = new LinkOptions { LossModel = LossOptions.Custom("every second", _ => new EverySecond(() => asked++)) };
        using var rig = new LinkRig(options);
        rig.SendMany(6, every: 1);
        rig.At(2.5, () => rig.Link.Change(options with { Delay = TimeSpan.FromMilliseconds(5) }));
        rig.Run();
        Assert.Equal([1, 3, 5], rig.Numbers);
        Assert.Equal(6, asked);
    }

    private static void Refused(string name, LossOptions options) => Refused(name, options.Validate);

    private static void Refused(string name, Action action) => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(action).ParamName);

    private static bool[] Losses(LossOptions options, int count = Many)
    {
        options.Validate();
        LossModel model = options.Create(new RandomStream(7, "test"));
        return [.. Enumerable.Range(0, count).Select(_ => model.IsLost(null!))];
    }

    private static IEnumerable<int> Numbers(LossOptions options, int count) =>
        Losses(options, count).Select((lost, index) => (lost, index)).Where(pair => pair.lost).Select(pair => pair.index + 1);

    private static int[] Bursts(bool[] lost)
    {
        List<int> bursts = [];
        int length = 0;
        foreach (bool value in lost)
        {
            if (value)
            {
                length++;
            }
            else if (length > 0)
            {
                bursts.Add(length);
                length = 0;
            }
        }

        return [.. bursts];
    }

    private sealed class EverySecond(Action asked) : LossModel
    {
        private bool _loses = true;

        public override bool IsLost(Wavetank.Packets.Packet packet)
        {
            asked();
            return _loses = !_loses;
        }
    }
}
