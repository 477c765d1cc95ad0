using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links;

/// <summary>A link before which packets arrive by chance keeps the laws of queues (Kleinrock, Queueing Systems I, §3.2, §3.6, §5.6).</summary>
public sealed class QueueLawTests
{
    // 1000 bytes take a millisecond: the unit of every time here.
    private const int MeanBytes = 1000;
    private const long Millisecond = 1_000_000;
    private const int Batches = 40;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void Packets_of_exponential_size_wait_as_in_an_M_M_1_queue(double load) => AssertMeanWait(load, load / (1 - load), exponential: true);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.8)]
    public void Packets_of_one_size_wait_half_as_long_as_in_an_M_D_1_queue(double load) => AssertMeanWait(load, load / (1 - load) / 2, exponential: false);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.8, 5)]
    [InlineData(0.95, 10)]
    [InlineData(2, 4)]
    public void A_full_queue_drops_as_many_as_an_M_M_1_K_queue(double load, int places)
    {
        double power = Math.Pow(load, places);
        double expected = (1 - load) * power / (1 - (power * load));
        double[] shares = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            // One place is the transmitter's.
            using var run = new QueueRun((ulong)batch, load, exponential: true, QueueOptions.Packets(places - 1));
            run.Play(20_000);
            shares[batch] = run.Statistics.Drops(DropReason.QueueFull) / (double)run.Offered;
        }

        AssertMean(expected, shares);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(20_000)]
    public void A_queue_of_so_many_bytes_delays_by_no_more_than_they_take_to_send(int limit)
    {
        using var run = new QueueRun(1, load: 3, exponential: false, QueueOptions.Bytes(limit));
        run.Play(20_000);
        long bound = (limit / MeanBytes) * Millisecond;

        // Waiting ends when the packet before has been sent: at most a packet's time is left of that one when the last place is taken.
        Assert.InRange(run.LongestWait, bound - Millisecond, bound + Millisecond);
        Assert.True(run.Statistics.Drops(DropReason.QueueFull) > 1000);
    }

    private static void AssertMeanWait(double load, double expected, bool exponential)
    {
        double[] means = new double[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            using var run = new QueueRun((ulong)batch, load, exponential, new FifoQueueOptions { LimitPackets = null });
            run.Play(20_000);
            means[batch] = run.MeanWait / Millisecond;
        }

        AssertMean(expected, means);
    }

    /// <summary>Waits follow one another, but runs of other seeds do not: their spread says how far their mean may be off.</summary>
    private static void AssertMean(double expected, double[] values)
    {
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        Assert.True(Math.Abs(mean - expected) <= 3 * deviation, $"{mean:F4} +- {deviation:F4}, {expected:F4} expected");
        Assert.True(deviation < 0.05 * expected, "a spread so wide shows nothing");
    }
}
