using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Schedules;

namespace Wavetank.Tests.Links.Schedules;

/// <summary>mahimahi's traces: up to 1,500 bytes at each time.</summary>
public sealed class DeliveryTraceTests
{
    [Fact]
    public void A_large_packet_goes_with_each_opportunity_and_unused_ones_go_by()
    {
        using var rig = new LinkRig(new LinkOptions { DeliveryTrace = new DeliveryTrace(3, 5, 5, 20) });
        rig.SendAt(0);
        rig.SendAt(0);
        rig.SendAt(0);
        rig.SendAt(6);
        rig.SendAt(21);
        rig.Run();

        // The fifth comes in the second round (from 20 ms on), before its 23 ms.
        Assert.Equal([LinkRig.Ms(3), LinkRig.Ms(5), LinkRig.Ms(5), LinkRig.Ms(20), LinkRig.Ms(23)], rig.Arrived.Select(arrival => arrival.Time));
    }

    [Fact]
    public void Small_packets_share_an_opportunity_and_a_packet_may_be_cut_in_two()
    {
        using var rig = new LinkRig(new LinkOptions { DeliveryTrace = new DeliveryTrace(10, 20, 30) });
        for (int i = 0; i < 4; i++)
        {
            rig.SendAt(0, length: 600);
        }

        rig.Run();

        // 1,500 bytes at 10 ms are two packets and a half; the rest of the third goes at 20 ms.
        Assert.Equal([LinkRig.Ms(10), LinkRig.Ms(10), LinkRig.Ms(20), LinkRig.Ms(20)], rig.Arrived.Select(arrival => arrival.Time));
    }

    [Fact]
    public void A_packet_that_comes_at_the_instant_of_an_opportunity_is_taken_along()
    {
        using var rig = new LinkRig(new LinkOptions { DeliveryTrace = new DeliveryTrace(10) });
        rig.SendAt(10);
        rig.SendAt(10.1);
        rig.SendAt(100_000);
        rig.SendAt(100_000.1);
        rig.Run();
        Assert.Equal([LinkRig.Ms(10), LinkRig.Ms(20), LinkRig.Ms(100_000), LinkRig.Ms(100_010)], rig.Arrived.Select(arrival => arrival.Time));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_backlogged_link_carries_1500_bytes_per_opportunity_exactly(int seed)
    {
        RandomStream random = new((ulong)seed, "trace");
        List<int> times = [];
        for (int time = 0; times.Count < 200; time += (int)random.NextInt64(4))
        {
            times.Add(time);
        }

        times.Add(times[^1] + 1);
        using var rig = new LinkRig(new LinkOptions { DeliveryTrace = new DeliveryTrace(times), Queue = QueueOptions.Packets(1_000_000) });
        List<(long Time, int Length)> arrived = [];
        rig.Seen = packet => arrived.Add((rig.Simulator.NowNanoseconds, packet.Length));
        for (int i = 0; i < 3000; i++)
        {
            rig.SendAt(0, length: 40 + (int)random.NextInt64(1400));
        }

        rig.Run();
        long total = 0;
        foreach (IGrouping<long, (long Time, int Length)> instant in arrived.GroupBy(arrival => arrival.Time))
        {
            total += instant.Sum(arrival => arrival.Length);
            long opportunities = Opportunities(times, instant.Key / 1_000_000);

            // All that could be carried by now was, but for the beginning of a packet whose end is still to come.
            Assert.InRange(total, ((opportunities - 1) * DeliveryTrace.OpportunityBytes) - 1440, opportunities * DeliveryTrace.OpportunityBytes);
        }
    }

    [Theory]
    [InlineData("7 ms", "line 1: \"7 ms\" is not a time in whole milliseconds")]
    [InlineData("5\n4", "line 2: 4 comes after 5")]
    [InlineData("0", "has 1 times")]
    [InlineData("", "has 0 times")]
    public void A_trace_that_is_none_says_where(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => DeliveryTrace.Parse(text.Split('\n'))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_trace_has_its_mean_rate() => Assert.Equal(DataRate.Mbps(12), new DeliveryTrace(Enumerable.Range(1, 100)).MeanRate);

    [Fact]
    public void A_rate_and_a_trace_at_once_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new LinkOptions { Rate = DataRate.Mbps(1), DeliveryTrace = new DeliveryTrace(1) }.Validate());

    /// <summary>How many opportunities there are up to a time, in milliseconds.</summary>
    private static long Opportunities(List<int> times, long time)
    {
        long count = 0;
        for (long start = 0; start <= time; start += times[^1])
        {
            count += times.Count(offset => start + offset <= time);
        }

        return count;
    }
}
