using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

/// <summary>A queue takes another one's place while packets wait.</summary>
public sealed class QueueChangeTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void What_waits_goes_on_in_the_order_in_which_it_came_whatever_the_old_queue_would_have_sent_first()
    {
        using var bench = new QueueBench(new PriorityQueueOptions());
        bench.At(0, () => bench.Offer(flow: 9));
        bench.At(100, () => bench.Offer(flow: 3, trafficClass: 0x08));
        bench.At(200, () => bench.Offer(flow: 2));
        bench.At(300, () => bench.Offer(flow: 1, trafficClass: 0x10));
        bench.At(400, () => bench.Replace(QueueOptions.Packets(1)));
        bench.Run();

        Assert.Equal([9, 3, 2, 1], bench.Sent.Select(sent => sent.Flow));
        Assert.Empty(bench.Dropped);
    }

    [Fact]
    public void Flows_that_took_turns_go_back_to_the_order_in_which_they_came()
    {
        using var bench = new QueueBench(new FqCodelQueueOptions());
        for (int i = 0; i < 12; i++)
        {
            int flow = i < 9 ? 1 : 2;
            bench.At(i, () => bench.Offer(flow: flow));
        }

        bench.At(100, () => bench.Replace(QueueOptions.Packets(100)));
        bench.Run();

        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), bench.Sent.Select(sent => sent.Id));
    }

    [Fact]
    public void What_comes_to_a_queue_that_holds_more_than_its_new_limit_is_dropped_until_there_is_room()
    {
        using var bench = new QueueBench(QueueOptions.Packets(100));
        bench.At(0, () => Enumerable.Range(0, 11).ToList().ForEach(_ => bench.Offer()));
        bench.At(1, () => bench.Replace(QueueOptions.Packets(3)));
        bench.OfferEvery(Millisecond, 12, from: (Millisecond / 2) + 1);
        bench.Run();

        // Each takes 1 ms. Packet 8 begins to be sent at 7 ms, and leaves three; at 8 ms two wait, and one more may.
        Assert.Equal(Enumerable.Range(12, 8).Select(i => (long)i), bench.Dropped.Select(dropped => dropped.Id));
        Assert.All(bench.Dropped, dropped => Assert.Equal(DropReason.QueueFull, dropped.Reason));
        Assert.Equal(Enumerable.Range(1, 11).Concat(Enumerable.Range(20, 4)).Select(i => (long)i), bench.Sent.Select(sent => sent.Id));
    }

    [Fact]
    public void A_queue_that_is_set_again_as_it_is_keeps_its_state()
    {
        List<long> drops = [];
        foreach (bool isSetAgain in (bool[])[false, true])
        {
            using var bench = new QueueBench(new CodelQueueOptions());
            bench.OfferEvery(Millisecond / 2, 2000);
            if (isSetAgain)
            {
                for (int i = 1; i < 100; i++)
                {
                    bench.At(i * 5 * Millisecond, () => bench.Replace(new CodelQueueOptions()));
                }
            }

            bench.Run();
            drops.Add(bench.Dropped.Count);
        }

        Assert.True(drops[0] > 5);
        Assert.Equal(drops[0], drops[1]);
    }
}
