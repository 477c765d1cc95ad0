using FsCheck.Xunit;
using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

/// <summary>Flows that always have packets get the same number of bytes, within a bound that no size of packets can break.</summary>
public sealed class FairnessTests
{
    private const long Millisecond = 1_000_000;
    private const int Largest = 1500;

    // Shreedhar, Varghese 1996, theorem 2: in any interval in which two flows always have packets they differ by at most 2 Max + Q.
    [Property(MaxTest = 40)]
    public void Drr_is_fair_to_the_byte_within_its_bound(ulong seed, bool small)
    {
        int quantum = small ? 300 : 1514;
        AssertFair(new DrrQueueOptions { Quantum = quantum, LimitPackets = null }, quantum, seed);
    }

    // Proves RFC 8290 §4.2: what CoDel does not touch is shared as DRR shares it.
    [Property(MaxTest = 40)]
    public void Fq_codel_is_fair_to_the_byte_within_the_same_bound(ulong seed, bool small)
    {
        int quantum = small ? 300 : 1514;
        AssertFair(new FqCodelQueueOptions { Quantum = quantum, Target = TimeSpan.FromHours(1) }, quantum, seed);
    }

    [Fact]
    public void In_each_round_of_drr_a_flow_sends_its_quantum_but_for_less_than_a_packet()
    {
        using var bench = new QueueBench(new DrrQueueOptions { Quantum = 2000 });
        bench.At(0, () =>
        {
            bench.Offer(flow: 9);
            for (int i = 0; i < 40; i++)
            {
                bench.Offer(1500, flow: 1);
                bench.Offer(500, flow: 2);
            }
        });
        bench.Run();

        // 1500 of 2000, then 1500 + 1500 of 2500 + … : 4 packets in 3 rounds, as 12 small ones.
        Assert.Equal([9, 1, 2, 2, 2, 2, 1, 2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 1], bench.Sent.Select(sent => sent.Flow).Take(18));
    }

    [Fact]
    public void When_drr_is_full_the_flow_with_the_most_bytes_loses()
    {
        using var bench = new QueueBench(new DrrQueueOptions { LimitPackets = 50 });
        bench.OfferEvery(Millisecond / 4, 2000, flow: 1);
        bench.OfferEvery(4 * Millisecond, 125, flow: 2);
        bench.Run();

        Assert.Equal(125, bench.Sent.Count(sent => sent.Flow == 2));
        Assert.True(bench.Dropped.Count > 1000);
    }

    // Proves RFC 8290 §4.2: a flow that sends less than a quantum each round waits for hardly more than what is being sent.
    [Theory]
    [InlineData("fq-codel", 2)]
    [InlineData("fifo", 900)]
    public void A_sparse_flow_does_not_wait_behind_bulk_flows_of_fq_codel(string kind, int packetsBefore)
    {
        QueueOptions options = kind == "fifo" ? QueueOptions.Packets(1000) : new FqCodelQueueOptions();
        using var bench = new QueueBench(options);
        for (int flow = 1; flow <= 4; flow++)
        {
            bench.OfferEvery(2 * Millisecond, 2000, flow: flow, from: flow * 1000);
        }

        Dictionary<int, long> offered = [];
        for (int i = 0; i < 100; i++)
        {
            long time = (2000 + (20 * i)) * Millisecond + 500;
            bench.At(time, () => bench.Offer(100, flow: 50));
            offered[i] = time;
        }

        bench.Run();

        QueueBench.Departure[] sparse = [.. bench.Sent.Where(sent => sent.Flow == 50)];
        Assert.All(sparse.Index(), sent => Assert.True(
            kind == "fifo" || sent.Item.Time - offered[sent.Index] <= packetsBefore * Millisecond, $"{sent.Item.Time - offered[sent.Index]} ns"));
        if (kind == "fifo")
        {
            Assert.True(bench.Statistics.QueueWaits().Percentile(90) > packetsBefore * Millisecond);
        }
        else
        {
            Assert.Equal(100, sparse.Length);
        }
    }

    // Proves RFC 8290 §4.1.
    [Fact]
    public void Fq_codel_that_is_full_drops_from_the_fattest_flow()
    {
        using var bench = new QueueBench(new FqCodelQueueOptions { LimitPackets = 100 });
        bench.OfferEvery(Millisecond / 4, 2000, flow: 1);
        bench.OfferEvery(3 * Millisecond, 100, flow: 2);
        bench.Run();

        Assert.Equal(100, bench.Sent.Count(sent => sent.Flow == 2));
        Assert.True(bench.Statistics.LargestQueue <= 100);
    }

    // Proves RFC 8290 §5.2.4, §5.2.5: by default 1024 flows, of which each sends 1514 bytes in its turn.
    [Fact]
    public void By_default_fq_codel_has_1024_flows_and_a_turn_of_1514_bytes()
    {
        using var bench = new QueueBench(new FqCodelQueueOptions());
        bench.At(0, () =>
        {
            bench.Offer(flow: 9);
            for (int i = 0; i < 12; i++)
            {
                bench.Offer(757, flow: 1);
                bench.Offer(1514, flow: 2);
            }
        });
        bench.Run();

        Assert.Equal([9, 1, 1, 2, 1, 1, 2, 1, 1, 2], bench.Sent.Select(sent => sent.Flow).Take(10));
        Assert.Equal(1024, new FqCodelQueueOptions().Flows);
    }

    [Fact]
    public void Flows_are_spread_evenly_by_a_hash_that_the_seed_salts()
    {
        var pool = new PacketPool();
        Packet[] packets = [.. Enumerable.Range(0, 10_000).Select(flow => new FakeQueueContext().NewPacket(pool, flow, 1000))];

        int[] mine = [.. packets.Select(packet => FlowHash.Index(packet, 1, 100))], yours = [.. packets.Select(packet => FlowHash.Index(packet, 2, 100))];

        // A hundred each, with a deviation of ten.
        Assert.All(mine.CountBy(index => index), count => Assert.InRange(count.Value, 50, 150));
        Assert.InRange(mine.Zip(yours).Count(pair => pair.First == pair.Second), 50, 150);
    }

    private static void AssertFair(QueueOptions options, int quantum, ulong seed)
    {
        var random = new Random((int)(seed & 0x7FFFFFFF));
        int flows = random.Next(2, 6);
        int[] largest = [.. Enumerable.Range(0, flows).Select(_ => random.Next(40, Largest + 1))];
        using var bench = new QueueBench(options, seed);
        const int enough = 60_000;
        bench.At(0, () =>
        {
            bench.Offer(flow: 99);
            for (int flow = 0; flow < flows; flow++)
            {
                for (int bytes = 0; bytes < enough;)
                {
                    int size = random.Next(Math.Max(40, largest[flow] / 2), largest[flow] + 1);
                    bench.Offer(size, flow + 1);
                    bytes += size;
                }
            }
        });
        bench.Run();

        // Until the first flow has nothing left, all of them always have packets.
        int end = Enumerable.Range(1, flows).Min(flow => bench.Sent.FindLastIndex(sent => sent.Flow == flow));
        long bound = (2 * Largest) + quantum;
        for (int a = 1; a <= flows; a++)
        {
            for (int b = a + 1; b <= flows; b++)
            {
                long difference = 0, least = 0, most = 0;
                foreach (QueueBench.Departure sent in bench.Sent.Skip(1).Take(end))
                {
                    difference += sent.Flow == a ? sent.Bytes : sent.Flow == b ? -sent.Bytes : 0;
                    least = Math.Min(least, difference);
                    most = Math.Max(most, difference);
                }

                Assert.True(most - least <= bound, $"flows {a} and {b} differ by {most - least} bytes, {bound} are the bound");
            }
        }
    }
}
