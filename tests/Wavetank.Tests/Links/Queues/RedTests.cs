using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Queues;

public sealed class RedTests
{
    private const byte Ect = 0b10;
    private static readonly RedQueueOptions Options = new() { Minimum = 30_000, Maximum = 90_000, LimitBytes = 400_000, Probability = 0.02, Ecn = true };

    [Theory]
    [InlineData(29_999, 0, 0)]
    [InlineData(30_000, 0, 0)]
    [InlineData(45_000, 0.005, 0.005)]
    [InlineData(60_000, 0.01, 0.01)]
    [InlineData(89_999, 0.02, 0.02)]
    [InlineData(90_000, 1, 0.02)]
    [InlineData(135_000, 1, 0.51)]
    [InlineData(180_000, 1, 1)]
    public void The_probability_rises_with_the_average_and_gently_beyond_the_maximum(double average, double strict, double gentle)
    {
        Assert.Equal(strict, RedCurve.Probability(average, Options, 0.02), 6);
        Assert.Equal(gentle, RedCurve.Probability(average, Options with { Gentle = true }, 0.02), 6);
    }

    [Theory]
    [InlineData(45_000, 200)]
    [InlineData(60_000, 100)]
    [InlineData(75_000, 200 / 3.0)]
    public void At_a_fixed_average_gaps_between_marks_are_even_from_1_to_the_inverse_of_the_probability(int bytes, double inverse)
    {
        var context = new FakeQueueContext();
        var pool = new PacketPool();
        var queue = (RedQueue)Options.Create(context);
        for (int i = 0; i < bytes / 1000; i++)
        {
            queue.TakeOver(context.NewPacket(pool, 1, 1000));
        }

        List<int> gaps = [];
        int gap = 0;
        for (int i = 0; i < 400_000; i++)
        {
            int before = context.Marks;
            Packet packet = context.NewPacket(pool, 1, 1000);
            packet.TrafficClass = Ect;
            queue.Enqueue(packet);
            gap++;
            if (context.Marks > before)
            {
                if (i > 20_000)
                {
                    gaps.Add(gap);
                }

                gap = 0;
            }

            queue.Dequeue()!.Release();
        }

        Assert.Equal(bytes, queue.Average, 1.0);
        Assert.InRange(gaps.Max(), inverse * 0.97, Math.Ceiling(inverse));

        // Even from 1 to n: mean (n + 1) / 2, deviation n / sqrt(12); three of the mean's deviations.
        double allowed = 3 * inverse / Math.Sqrt(12 * gaps.Count);
        Assert.InRange(gaps.Average(), ((inverse + 1) / 2) - allowed, ((inverse + 1) / 2) + allowed);
    }

    [Theory]
    [InlineData(51, 30)]
    [InlineData(100, 30)]
    [InlineData(20, 5)]
    public void The_weight_is_the_largest_with_which_a_burst_leaves_the_average_below_the_minimum(int burst, int minimum)
    {
        double weight = RedCurve.Weight(burst, minimum);

        Assert.True(AverageAfter(burst, weight) < minimum);
        Assert.True(AverageAfter(burst, 2 * weight) >= minimum);
    }

    [Fact]
    public void The_average_falls_while_the_link_is_idle()
    {
        var context = new FakeQueueContext();
        var pool = new PacketPool();
        var queue = (RedQueue)Options.Create(context);
        for (int i = 0; i < 50; i++)
        {
            queue.TakeOver(context.NewPacket(pool, 1, 1000));
        }

        for (int i = 0; i < 20_000; i++)
        {
            queue.Enqueue(context.NewPacket(pool, 1, 1000));
            queue.Dequeue()?.Release();
        }

        double full = queue.Average;
        while (queue.Dequeue() is { } packet)
        {
            packet.Release();
        }

        // A packet of 1000 bytes takes a millisecond at 8 Mbit/s: as if so many had come to an empty queue.
        context.Time += 100_000_000;
        queue.Enqueue(context.NewPacket(pool, 1, 1000));
        double weight = RedCurve.Weight(Options.BurstPackets, 30);
        Assert.Equal(full * Math.Pow(1 - weight, 100), queue.Average, full * 1e-9);
    }

    [Fact]
    public void Without_marks_the_share_of_drops_follows_the_excess_and_the_reason_is_queue_early()
    {
        using var bench = new QueueBench(Options with { Ecn = false, Gentle = true, Probability = 0.1 });
        bench.OfferEvery(900_000, 20_000);
        bench.Run();

        // A tenth of what comes is too much.
        Assert.InRange(bench.Dropped.Count / 20_000.0, 0.09, 0.11);
        Assert.All(bench.Dropped, dropped => Assert.Equal(DropReason.QueueEarly, dropped.Reason));
    }

    [Theory]
    [InlineData(800_000)]
    [InlineData(900_000)]
    public void An_adaptive_red_keeps_the_average_in_the_middle(long gap)
    {
        using var bench = new QueueBench(Options with { Ecn = false, Gentle = true, Adaptive = true });
        bench.OfferEvery(gap, 200_000);
        bench.Run(until: 150_000_000_000);

        double mean = bench.Statistics.MeanQueue(bench.Now);
        Assert.InRange(mean, 50, 75);
    }

    private static double AverageAfter(int burst, double weight)
    {
        double average = 0;
        for (int i = 1; i <= burst; i++)
        {
            average += weight * (i - average);
        }

        return average;
    }
}
