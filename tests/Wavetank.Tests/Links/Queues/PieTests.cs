using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

public sealed class PieTests
{
    private const long Millisecond = 1_000_000;
    private const byte Ect = 0b10;

    // Proves RFC 8033 §4.2, §4.3: waits settle at the target, whatever the overload.
    [Theory]
    [InlineData(0.9, 15)]
    [InlineData(0.7, 15)]
    [InlineData(0.5, 15)]
    [InlineData(0.7, 30)]
    public void Waits_of_a_steady_overload_settle_at_the_target(double gap, int target)
    {
        using var bench = new QueueBench(new PieQueueOptions { Target = TimeSpan.FromMilliseconds(target) });
        bench.OfferEvery((long)(gap * Millisecond), (int)(60_000 / gap));
        bench.Run();

        // After the start: the waits of the last 40 seconds are sent minus come.
        double[] waits = [.. bench.Sent.Where(sent => sent.Time > 20_000 * Millisecond && sent.Time < 60_000 * Millisecond)
            .Select(sent => sent.Time - ((sent.Id - 1) * gap * Millisecond))];
        Assert.InRange(waits.Average() / Millisecond, target * 0.9, target * 1.1);
        Assert.InRange(bench.Dropped.Count / (double)bench.Offered, (1 - gap) * 0.97, (1 - gap) * 1.03);
        Assert.All(bench.Dropped, dropped => Assert.Equal(DropReason.QueueEarly, dropped.Reason));
    }

    // Proves RFC 8033 §4.1: two packets are no queue, however long they wait.
    [Fact]
    public void While_two_packets_wait_nothing_is_dropped()
    {
        using var bench = new QueueBench(new PieQueueOptions { BurstAllowance = TimeSpan.Zero }, rate: DataRate.Mbps(1));
        bench.At(0, () => bench.Offer(1500));
        bench.OfferEvery(12 * Millisecond, 3000, bytes: 1500);
        bench.At(1, () => bench.Offer(1500));
        bench.Run();

        Assert.Empty(bench.Dropped);
        Assert.Equal(24 * Millisecond, bench.Statistics.QueueWaits().Percentile(50), 0.2 * Millisecond);
    }

    // Proves RFC 8033 §5.5: above a tenth the probability rises by 2 % at most.
    [Fact]
    public void A_high_probability_rises_slowly()
    {
        var controller = new PieController(new PieQueueOptions());
        List<double> steps = [];
        for (long time = 0; controller.Probability < 1; time += 15 * Millisecond)
        {
            double before = controller.Probability;
            controller.OnDeparture(1000 * Millisecond, isEmpty: false);
            controller.CatchUp(time);
            if (before >= 0.1)
            {
                steps.Add(controller.Probability - before);
            }
        }

        Assert.InRange(steps.Max(), 0.0199, 0.02 + 1e-9);
        Assert.True(steps.Count >= 40);
    }

    // Proves RFC 8033 §4.4: a burst that comes to a quiet queue is let in whole while the allowance lasts.
    [Fact]
    public void A_burst_within_the_allowance_loses_nothing()
    {
        using var bench = new QueueBench(new PieQueueOptions());
        bench.OfferEvery(Millisecond / 2, 280);
        bench.Run();

        Assert.Empty(bench.Dropped);
        Assert.True(bench.Statistics.QueueWaits().Maximum > 100 * Millisecond);
    }

    // Proves RFC 8033 §5.4: by chance alone every tenth gap would be 1. The probability itself swings around 0.1.
    [Fact]
    public void Drops_are_neither_too_near_nor_too_far_from_each_other()
    {
        using var bench = new QueueBench(new PieQueueOptions());
        bench.OfferEvery((long)(0.9 * Millisecond), 60_000);
        bench.Run();

        long[] gaps = [.. bench.Dropped.Where(dropped => dropped.Time > 20_000 * Millisecond).Select(dropped => dropped.Id).ToArray() is var ids
            ? ids.Zip(ids.Skip(1), (a, b) => b - a)
            : []];
        Assert.True(gaps.Length > 2000);
        Assert.InRange(gaps.Average(), 9, 11);
        Assert.True(gaps.Min() >= 4, $"{gaps.Min()}");
        Assert.True(gaps.Max() <= 100, $"{gaps.Max()}");
    }

    // Proves RFC 8033 §5.1: marks while the probability is small.
    [Fact]
    public void With_ecn_packets_are_marked_while_the_probability_is_small_and_dropped_beyond()
    {
        using var mild = new QueueBench(new PieQueueOptions { Ecn = true });
        mild.OfferEvery(Millisecond, 30_000, trafficClass: Ect);
        mild.OfferEvery(50 * Millisecond, 600, trafficClass: Ect);
        mild.Run();
        using var heavy = new QueueBench(new PieQueueOptions { Ecn = true });
        heavy.OfferEvery(Millisecond / 2, 60_000, trafficClass: Ect);
        heavy.Run();

        Assert.True(mild.Statistics.MarkedPackets > 10);
        Assert.True(heavy.Statistics.Drops(DropReason.QueueEarly) > 20_000);
    }
}
