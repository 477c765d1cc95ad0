using FsCheck.Xunit;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

public sealed class TokenBucketTests
{
    private const long Second = SimulationTime.NanosecondsPerSecond;
    private const long Rate = 1_234_567;
    private const int Burst = 3000;

    [Property(MaxTest = 60)]
    public void A_shaper_lets_no_more_than_rate_by_time_and_burst_leave_in_any_interval(ulong seed)
    {
        using QueueBench bench = Run(new ShaperQueueOptions { Rate = new DataRate(Rate), Burst = Burst }, seed);

        AssertBound(bench.Sent, Rate, Burst);
        Assert.Equal(bench.Offered, bench.Sent.Count);
    }

    [Property(MaxTest = 60)]
    public void A_policer_lets_no_more_than_rate_by_time_and_burst_pass_in_any_interval(ulong seed)
    {
        using QueueBench bench = Run(new PolicerQueueOptions { Rate = new DataRate(Rate), Burst = Burst }, seed);

        AssertBound(bench.Sent, Rate, Burst);
        Assert.All(bench.Dropped, dropped => Assert.Equal(DropReason.Policed, dropped.Reason));
        Assert.Equal(bench.Offered, bench.Sent.Count + bench.Dropped.Count);
    }

    [Property(MaxTest = 30)]
    public void A_peak_rate_holds_the_burst_itself_back(ulong seed)
    {
        using QueueBench bench = Run(
            new ShaperQueueOptions { Rate = new DataRate(Rate), Burst = Burst, PeakRate = new DataRate(5 * Rate), PeakBurst = 1500 }, seed);

        AssertBound(bench.Sent, Rate, Burst);
        AssertBound(bench.Sent, 5 * Rate, 1500);
    }

    [Fact]
    public void A_shaper_that_always_has_packets_sends_at_its_rate_to_the_nanosecond()
    {
        using var bench = new QueueBench(new ShaperQueueOptions { Rate = DataRate.Mbps(3), Burst = 2000, LimitPackets = null }, rate: DataRate.Unlimited);
        bench.At(0, () => Enumerable.Range(0, 10_002).ToList().ForEach(_ => bench.Offer()));
        bench.Run();

        // Two packets leave at once; then one each 8/3 ms, without drift.
        Assert.Equal(0, bench.Sent[1].Time);
        Assert.All(bench.Sent.Skip(2).Index(), sent => Assert.Equal(((sent.Index + 1) * 8_000_000L + 2) / 3, sent.Item.Time));
    }

    [Fact]
    public void A_policer_passes_its_rate_of_a_stream_that_is_twice_as_fast()
    {
        using var bench = new QueueBench(new PolicerQueueOptions { Rate = DataRate.Mbps(1), Burst = 5000 });
        bench.OfferEvery(4_000_000, 10_000);
        bench.Run();

        Assert.InRange(bench.Sent.Count, 5000, 5000 + 6);
    }

    [Fact]
    public void What_is_larger_than_the_burst_is_dropped_at_once()
    {
        using var bench = new QueueBench(new ShaperQueueOptions { Rate = DataRate.Mbps(1), Burst = 1000 });
        bench.At(0, () =>
        {
            bench.Offer(1001);
            bench.Offer(1000);
        });
        bench.Run();

        Assert.Equal(DropReason.Policed, Assert.Single(bench.Dropped).Reason);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public void A_shaper_with_a_latency_holds_what_leaves_within_it()
    {
        using var bench = new QueueBench(new ShaperQueueOptions { Rate = DataRate.Mbps(1), Burst = 2000, Latency = TimeSpan.FromMilliseconds(80), LimitPackets = null });
        bench.OfferEvery(1_000_000, 500);
        bench.Run();

        Assert.InRange(bench.Statistics.QueueWaits().Maximum, 80_000_000, 80_000_000 + 16_000_000);
        Assert.Contains(bench.Dropped, dropped => dropped.Reason == DropReason.QueueFull);
    }

    [Fact]
    public void What_a_shaper_holds_back_goes_at_once_when_a_fifo_takes_its_place()
    {
        using var bench = new QueueBench(new ShaperQueueOptions { Rate = DataRate.Kbps(10), Burst = 1000 });
        bench.At(0, () => Enumerable.Range(0, 5).ToList().ForEach(_ => bench.Offer()));
        bench.At(10_000_000, () => bench.Replace(QueueOptions.Packets(100)));
        bench.Run();

        Assert.Equal([0, 10_000_000, 11_000_000, 12_000_000, 13_000_000], bench.Sent.Select(sent => sent.Time));
    }

    private static QueueBench Run(QueueOptions options, ulong seed)
    {
        var bench = new QueueBench(options, seed, DataRate.Unlimited);
        var random = new Random((int)(seed & 0x7FFFFFFF));
        long time = 0;
        for (int i = 0; i < 200; i++)
        {
            time += random.Next(4) == 0 ? random.Next(40_000_000) : random.Next(500_000);
            int bytes = random.Next(1, 1501);
            bench.At(time, () => bench.Offer(bytes));
        }

        bench.Run();
        return bench;
    }

    private static void AssertBound(List<QueueBench.Departure> sent, long rate, long burst)
    {
        for (int first = 0; first < sent.Count; first++)
        {
            Int128 bits = 0;
            for (int last = first; last < sent.Count; last++)
            {
                bits += sent[last].Bytes * 8;
                Int128 allowed = ((Int128)rate * (sent[last].Time - sent[first].Time)) + ((Int128)burst * 8 * Second);
                Assert.True(bits * Second <= allowed, $"{bits} bits from {sent[first].Time} to {sent[last].Time}");
            }
        }
    }
}
