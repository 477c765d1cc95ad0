using FsCheck.Xunit;
using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

/// <summary>
/// What holds of every queue. Each run checks the invariants of links as it goes: that a queue gives back what it was given, each
/// packet once and in the order that it promises, that every packet is accounted for, and Little's law.
/// </summary>
public abstract class QueueConformance
{
    private const long Millisecond = 1_000_000;
    private const int Many = 20_000;

    /// <summary>A queue that holds few packets, so that it is full now and then.</summary>
    protected abstract QueueOptions Options { get; }

    /// <summary>The most packets and bytes that the queue may hold.</summary>
    protected virtual (int Packets, long Bytes) Limits => (20, long.MaxValue);

    [Fact]
    public void Counts_and_bytes_add_up_and_never_exceed_the_limits()
    {
        var context = new FakeQueueContext();
        PacketQueue queue = Options.Create(context);
        var pool = new PacketPool();
        var random = new Random(1);
        long bytes = 0;
        int given = 0;
        context.OnDrop = packet =>
        {
            given--;
            bytes -= packet.Length;
        };
        for (int i = 0; i < Many; i++)
        {
            context.Time += random.Next(2_000_000);
            if (random.Next(5) < 3)
            {
                Packet packet = context.NewPacket(pool, random.Next(1, 6), random.Next(40, 1501));
                given++;
                bytes += packet.Length;
                queue.Enqueue(packet);
            }
            else if (queue.Dequeue() is { } packet)
            {
                given--;
                bytes -= packet.Length;
                packet.Release();
            }

            Assert.Equal((given, bytes), (queue.Count, queue.Bytes));
            Assert.InRange(queue.Count, 0, Limits.Packets);
            Assert.InRange(queue.Bytes, 0, Limits.Bytes);
        }

        Assert.True(queue.Count > 0);
        while (queue.HandOver() is { } packet)
        {
            packet.Release();
        }

        Assert.Equal((0, 0, 0), (queue.Count, queue.Bytes, pool.Rented));
    }

    [Property(MaxTest = 30)]
    public void It_gives_every_packet_back_once_keeps_flows_in_order_and_is_empty_in_the_end(ulong seed)
    {
        using var bench = new QueueBench(Options, seed);
        Burden(bench, seed, 2000);
        bench.Run();

        Assert.Equal(bench.Offered, bench.Sent.Count + bench.Dropped.Count);
        Assert.Equal(bench.Offered, bench.Sent.Select(sent => sent.Id).Concat(bench.Dropped.Select(dropped => dropped.Id)).Distinct().Count());
        Assert.All(bench.Sent.GroupBy(sent => sent.Flow), flow => Assert.Equal(flow.Select(sent => sent.Id).Order(), flow.Select(sent => sent.Id)));
        Assert.Equal((0, 0), (bench.Direction.PacketsWaiting, bench.PacketsInUse));
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        Assert.Equal(Digest(), Digest());

        string Digest()
        {
            using var bench = new QueueBench(Options, 7);
            Burden(bench, 7, 3000);
            bench.Run();
            return bench.Events.DigestText;
        }
    }

    [Fact]
    public void Nothing_is_allocated_in_the_steady_state()
    {
        var context = new FakeQueueContext();
        PacketQueue queue = Options.Create(context);
        var pool = new PacketPool();

        Assert.Equal(0, AllocationMeter.Measure(Work));

        void Work()
        {
            for (int i = 0; i < 40_000; i++)
            {
                // Bursts of four from six flows, faster than they leave, then a pause.
                context.Time += i % 1000 == 0 ? 500 * Millisecond : Millisecond / 2;
                queue.Enqueue(context.NewPacket(pool, (i / 4) % 6, 1000));
                if ((i & 1) == 0)
                {
                    queue.Dequeue()?.Release();
                }
            }
        }
    }

    [Fact]
    public void A_queue_that_takes_its_place_while_packets_wait_loses_nothing()
    {
        using var bench = new QueueBench(Options);
        bench.At(0, () =>
        {
            for (int i = 0; i < 10; i++)
            {
                bench.Offer(flow: i % 3);
            }

            int waiting = bench.Direction.PacketsWaiting, dropped = bench.Dropped.Count;
            bench.Replace(QueueOptions.Packets(1000));
            Assert.Equal((waiting, dropped), (bench.Direction.PacketsWaiting, bench.Dropped.Count));
            bench.Replace(Options);
            Assert.Equal((waiting, dropped), (bench.Direction.PacketsWaiting, bench.Dropped.Count));
            bench.Replace(QueueOptions.Packets(1));
            Assert.Equal((waiting, dropped), (bench.Direction.PacketsWaiting, bench.Dropped.Count));
        });
        bench.Run();

        Assert.Equal(bench.Offered, bench.Sent.Count + bench.Dropped.Count);
        Assert.All(bench.Sent.GroupBy(sent => sent.Flow), flow => Assert.Equal(flow.Select(sent => sent.Id).Order(), flow.Select(sent => sent.Id)));
    }

    [Fact]
    public void What_waited_in_another_queue_stays_beyond_its_limits_and_leaves_in_the_order_of_each_flow()
    {
        using var bench = new QueueBench(QueueOptions.Packets(1000));
        bench.At(0, () =>
        {
            for (int i = 0; i < 100; i++)
            {
                bench.Offer(flow: i % 3);
            }

            bench.Replace(Options);
            Assert.Equal(99, bench.Direction.PacketsWaiting);
            Assert.Empty(bench.Dropped);
        });
        bench.Run();

        Assert.Equal(100, bench.Sent.Count + bench.Dropped.Count);
        Assert.DoesNotContain(bench.Dropped, dropped => dropped.Reason is DropReason.QueueFull or DropReason.LinkDown);
        Assert.All(bench.Sent.GroupBy(sent => sent.Flow), flow => Assert.Equal(flow.Select(sent => sent.Id).Order(), flow.Select(sent => sent.Id)));
    }

    [Fact]
    public void A_cut_loses_all_that_waits_for_that_reason_and_what_comes_later_passes()
    {
        using var bench = new QueueBench(Options);
        bench.OfferEvery(Millisecond / 4, 100);
        bench.At(10 * Millisecond, bench.Link.Cut);
        bench.At(40 * Millisecond, bench.Link.Restore);
        bench.OfferEvery(3 * Millisecond, 5, from: 1000 * Millisecond);
        bench.Run();

        Assert.Contains(bench.Dropped, dropped => dropped.Reason == DropReason.LinkDown);
        Assert.Equal(5, bench.Sent.Count(sent => sent.Time >= 1000 * Millisecond));
    }

    [Fact]
    public void A_packet_alone_does_not_wait()
    {
        using var bench = new QueueBench(Options);
        bench.OfferEvery(100 * Millisecond, 20);
        bench.Run();

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i * 100 * Millisecond), bench.Sent.Select(sent => sent.Time));
        WaitTimes waits = bench.Statistics.QueueWaits();
        Assert.Equal((20, 0), (waits.Count, waits.Maximum));
    }

    /// <summary>Six flows with packets of all sizes in bursts, at one and a half times the link's rate, then nothing.</summary>
    private static void Burden(QueueBench bench, ulong seed, int packets)
    {
        var random = new Random((int)(seed & 0x7FFFFFFF));
        long time = 0;
        for (int i = 0; i < packets; i++)
        {
            if (random.Next(3) == 0)
            {
                time += random.Next(3_000_000);
            }

            int bytes = random.Next(40, 1501), flow = random.Next(1, 7);
            byte trafficClass = (byte)(flow % 3 | (flow > 4 ? 0x10 : 0));
            bench.At(time, () => bench.Offer(bytes, flow, trafficClass));
        }
    }
}
