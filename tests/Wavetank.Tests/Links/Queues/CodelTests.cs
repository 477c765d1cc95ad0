using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

public sealed class CodelTests
{
    private const long Millisecond = 1_000_000;
    private const long Step = 10_000;
    private const byte Ect = 0b10;

    // Proves RFC 8289 §5.6: under constant overload drops come at gaps of the interval by the square root of their number.
    [Fact]
    public void Under_constant_overload_gaps_between_drops_are_100_and_70_7_and_57_7_and_50_and_44_7_ms()
    {
        List<long> drops = DropsOfAStandingQueue(200);

        Assert.Equal(100 * Millisecond, drops[0]);
        long due = drops[0];
        for (int count = 1; count < 100; count++)
        {
            due += (long)(100 * Millisecond / Math.Sqrt(count));

            // Packets leave every 10 µs: a drop is that of the first one when it is due.
            Assert.Equal((due + Step - 1) / Step * Step, drops[count]);
        }

        Assert.Equal([100.0, 70.7, 57.7, 50.0, 44.7], drops.Zip(drops.Skip(1), (a, b) => Math.Round((b - a) / 1e6, 1)).Take(5));
    }

    // Proves RFC 8289 §4.3, §4.4: waits below 5 ms are fine for good, and longer ones for 100 ms.
    [Fact]
    public void By_default_nothing_is_dropped_below_5_ms_and_the_first_packet_after_100_ms_above()
    {
        Assert.Empty(DropsOfAStandingQueue(1, wait: (5 * Millisecond) - 1));
        Assert.Equal([100 * Millisecond], DropsOfAStandingQueue(1, wait: 5 * Millisecond));
    }

    // Proves RFC 8289 §5.5: it goes on near the rate at which it stopped.
    [Fact]
    public void Where_dropping_ended_a_short_while_ago_it_begins_again_at_the_higher_rate()
    {
        List<long> drops = DropsOfAStandingQueue(400, quietFrom: 1000 * Millisecond, quietTo: 1010 * Millisecond);

        long again = drops.FindIndex(time => time >= 1100 * Millisecond);
        long gap = drops[(int)again + 1] - drops[(int)again];
        Assert.InRange(gap, 1 * Millisecond, 30 * Millisecond);
    }

    [Fact]
    public void A_burst_that_is_gone_within_an_interval_loses_nothing()
    {
        using var bench = new QueueBench(new CodelQueueOptions());
        bench.At(0, () => Enumerable.Range(0, 90).ToList().ForEach(_ => bench.Offer()));
        bench.Run();

        Assert.Empty(bench.Dropped);
        Assert.Equal(89 * Millisecond, bench.Statistics.QueueWaits().Maximum);
    }

    [Fact]
    public void A_standing_queue_is_dropped_from_for_the_reason_queue_early()
    {
        using var bench = new QueueBench(new CodelQueueOptions { LimitPackets = null });
        bench.OfferEvery(Millisecond / 2, 2000);
        bench.Run();

        Assert.NotEmpty(bench.Dropped);
        Assert.All(bench.Dropped, dropped => Assert.Equal(DropReason.QueueEarly, dropped.Reason));
        Assert.Equal(bench.Dropped.Count, bench.Statistics.Drops(DropReason.QueueEarly));
    }

    // Proves RFC 3168 §5: what is ECT is marked instead of dropped, all else is dropped.
    [Fact]
    public void With_ecn_packets_that_understand_it_are_marked_and_the_others_dropped()
    {
        using var bench = new QueueBench(new CodelQueueOptions { Ecn = true, LimitPackets = null });
        bench.OfferEvery(Millisecond, 1000, flow: 1, trafficClass: Ect);
        bench.OfferEvery(Millisecond, 1000, flow: 2, from: 1);
        bench.Run();

        Assert.True(bench.Statistics.MarkedPackets > 5);
        Assert.Equal(bench.Statistics.MarkedPackets, bench.Sent.Count(sent => sent.IsMarked));
        Assert.All(bench.Sent.Where(sent => sent.IsMarked), sent => Assert.Equal(1, sent.Flow));
        Assert.Equal(1000, bench.Sent.Count(sent => sent.Flow == 1));
        Assert.True(bench.Dropped.Count > 5);
    }

    // Proves RFC 8290 §5.2.7: all that waited longer than the threshold is marked, and nothing else.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_waited_longer_than_the_threshold_is_marked_if_it_understands_marks(bool flows)
    {
        TimeSpan threshold = TimeSpan.FromMilliseconds(3.5);
        using var bench = new QueueBench(flows ? new FqCodelQueueOptions { Ecn = false, CeThreshold = threshold } : new CodelQueueOptions { CeThreshold = threshold });
        bench.At(0, () => Enumerable.Range(0, 10).ToList().ForEach(_ => bench.Offer(trafficClass: 2)));
        bench.At(1000 * Millisecond, () => Enumerable.Range(0, 10).ToList().ForEach(_ => bench.Offer()));
        bench.Run();

        // Each takes 1 ms: the fifth waits for 4 ms.
        Assert.Equal([5, 6, 7, 8, 9, 10], bench.Sent.Where(sent => sent.IsMarked).Select(sent => sent.Id));
        Assert.Equal(6, bench.Statistics.MarkedPackets);
        Assert.Empty(bench.Dropped);
    }

    [Fact]
    public void A_packet_that_is_marked_for_both_reasons_counts_once()
    {
        using var bench = new QueueBench(new CodelQueueOptions { Ecn = true, CeThreshold = TimeSpan.FromMilliseconds(1) });
        bench.OfferEvery(Millisecond / 2, 2000, trafficClass: 2);
        bench.Run();

        Assert.Equal(bench.Sent.Count(sent => sent.IsMarked), bench.Statistics.MarkedPackets);
    }

    // Proves RFC 8289 §5.3, §5.6.
    [Fact]
    public void The_last_packet_that_waits_is_never_dropped()
    {
        // A packet of 1500 bytes takes 12 ms at 1 Mbit/s, more than the target: two wait at most.
        using var bench = new QueueBench(new CodelQueueOptions(), rate: DataRate.Mbps(1));
        bench.OfferEvery(12 * Millisecond, 200, bytes: 1500);
        bench.At(0, () => bench.Offer(1500));
        bench.Run();

        Assert.Empty(bench.Dropped);
    }

    /// <summary>When packets are dropped of which one leaves every 10 µs, each after so long a wait, or, in a quiet time, after none.</summary>
    private static List<long> DropsOfAStandingQueue(int enough, long quietFrom = long.MaxValue, long quietTo = long.MaxValue, long wait = 50 * Millisecond)
    {
        var context = new FakeQueueContext();
        var pool = new PacketPool();
        PacketQueue queue = new CodelQueueOptions { LimitPackets = null }.Create(context);
        List<long> drops = [];
        context.OnDrop = _ => drops.Add(context.Time);
        for (context.Time = 0; drops.Count < enough && context.Time < SimulationTime.NanosecondsPerSecond * 10; context.Time += Step)
        {
            bool isQuiet = context.Time >= quietFrom && context.Time < quietTo;
            while (queue.Count < 10)
            {
                queue.Enqueue(context.NewPacket(pool, 1, 1000));
            }

            // As if each had come so long ago.
            Packet[] waiting = [.. Enumerable.Range(0, queue.Count).Select(_ => queue.HandOver()!)];
            foreach (Packet packet in waiting)
            {
                packet.QueuedAt = context.Time - (isQuiet ? 0 : wait);
                queue.TakeOver(packet);
            }

            queue.Dequeue()?.Release();
        }

        return drops;
    }
}
