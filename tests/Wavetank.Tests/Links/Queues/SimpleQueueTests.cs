using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

public sealed class SimpleQueueTests
{
    [Theory]
    [InlineData(0x00, 1)]
    [InlineData(0x10, 0)]
    [InlineData(0x08, 2)]
    [InlineData(0x18, 1)]
    [InlineData(0x04, 1)]
    [InlineData(0x02, 1)]
    [InlineData(0x20, 1)]
    [InlineData(0x28, 2)]
    [InlineData(0x40, 1)]
    [InlineData(0x50, 0)]
    [InlineData(0xB8, 1)]
    public void Bands_are_those_of_tc_prio(byte trafficClass, int band) => Assert.Equal(band, new PriorityQueue(new PriorityQueueOptions(), new FakeQueueContext()).BandOf(trafficClass));

    [Fact]
    public void A_band_waits_while_one_before_it_has_packets()
    {
        using var bench = new QueueBench(new PriorityQueueOptions());
        bench.At(0, () =>
        {
            bench.Offer(flow: 9);
            bench.Offer(flow: 3, trafficClass: 0x08);
            bench.Offer(flow: 2);
            bench.Offer(flow: 1, trafficClass: 0x10);
            bench.Offer(flow: 2);
            bench.Offer(flow: 1, trafficClass: 0x10);
        });
        bench.Run();

        Assert.Equal([9, 1, 1, 2, 2, 3], bench.Sent.Select(sent => sent.Flow));
    }

    [Fact]
    public void Another_map_gives_other_bands()
    {
        // Best effort first, then what asks for a short delay, and bulk last of four.
        var options = new PriorityQueueOptions { Bands = 4, PriorityMap = [0, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] };
        using var bench = new QueueBench(options);
        bench.At(0, () =>
        {
            bench.Offer(flow: 9);
            bench.Offer(flow: 3, trafficClass: 0x08);
            bench.Offer(flow: 2, trafficClass: 0x10);
            bench.Offer(flow: 1);
        });
        bench.Run();

        Assert.Equal([9, 1, 2, 3], bench.Sent.Select(sent => sent.Flow));
        Assert.Throws<ArgumentOutOfRangeException>((options with { Bands = 3 }).Validate);
        Assert.Throws<ArgumentOutOfRangeException>((options with { PriorityMap = [0, 1] }).Validate);
    }

    [Fact]
    public void Head_drop_gives_up_what_waited_longest()
    {
        using var bench = new QueueBench(new HeadDropQueueOptions { LimitPackets = 2 });
        bench.At(0, () => Enumerable.Range(0, 6).ToList().ForEach(_ => bench.Offer()));
        bench.Run();

        Assert.Equal([1, 5, 6], bench.Sent.Select(sent => sent.Id));
        Assert.Equal([2, 3, 4], bench.Dropped.Select(dropped => dropped.Id));
    }

    [Fact]
    public void A_queue_that_breaks_the_order_that_it_promises_is_found()
    {
        using var bench = new QueueBench(QueueOptions.Custom("liar", _ => new Liar()));
        bench.At(0, () => Enumerable.Range(0, 4).ToList().ForEach(_ => bench.Offer()));

        InvariantException broken = Assert.Throws<InvariantException>(() => bench.Run());
        Assert.Contains("in the order that it promises", broken.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Waits_are_those_of_all_packets_sent_and_most_of_them_zero()
    {
        using var bench = new QueueBench(QueueOptions.Packets(100));
        bench.OfferEvery(10_000_000, 98);
        bench.At(2_000_000_000, () => Enumerable.Range(0, 2).ToList().ForEach(_ => bench.Offer()));
        bench.Run();

        WaitTimes waits = bench.Statistics.QueueWaits();
        Assert.Equal((100, 0, 1_000_000, 10_000), (waits.Count, waits.Percentile(99), waits.Maximum, waits.Mean));
    }

    [Fact]
    public void Percentiles_of_waits_are_within_1_6_percent()
    {
        var random = new Random(1);
        long[] values = [.. Enumerable.Range(0, 50_000).Select(_ => (long)Math.Exp(random.NextDouble() * 25))];
        var parts = new[] { new WaitTimes(), new WaitTimes() };
        for (int i = 0; i < values.Length; i++)
        {
            parts[i % 2].Record(values[i]);
        }

        var waits = WaitTimes.Sum(parts);
        Array.Sort(values);
        foreach (double percent in (double[])[0, 1, 50, 90, 99, 99.9, 100])
        {
            long exact = values[Math.Max(0, (int)Math.Ceiling(percent / 100 * values.Length) - 1)];
            Assert.InRange(waits.Percentile(percent), exact * 0.984, exact * 1.016);
        }

        Assert.Equal(values.Average(), waits.Mean, 1e-3);
        Assert.Equal(values.Length, waits.Count);
    }

    [Fact]
    public void Options_out_of_range_are_refused_in_words()
    {
        QueueOptions[] wrong =
        [
            new FifoQueueOptions { LimitPackets = -1 }, new DrrQueueOptions { Quantum = 0 }, new CodelQueueOptions { Target = TimeSpan.Zero },
            new FqCodelQueueOptions { Flows = 0 }, new RedQueueOptions { Maximum = 1 }, new RedQueueOptions { Burst = 1 }, new PieQueueOptions { Alpha = double.NaN },
            new ShaperQueueOptions(), new ShaperQueueOptions { Rate = DataRate.Mbps(2), PeakRate = DataRate.Mbps(1) }, new PolicerQueueOptions { Rate = DataRate.Mbps(1), Burst = 0 },
        ];

        Assert.All(wrong, options => Assert.Throws<ArgumentOutOfRangeException>(() => new LinkOptions { Queue = options }.Validate()));
    }

    private sealed class Liar : PacketQueue
    {
        private readonly Stack<Packet> _packets = new();

        public override int Count => _packets.Count;

        public override long Bytes => 0;

        public override PacketOrder Order => PacketOrder.Arrival;

        public override void Enqueue(Packet packet) => _packets.Push(packet);

        public override Packet? Dequeue() => _packets.TryPop(out Packet? packet) ? packet : null;
    }
}
