using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Impairments;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Impairments;

/// <summary>Duplicates, damage, reordering, cells, slots and the limit, in netem's words.</summary>
public sealed class ImpairmentTests
{
    private const int Many = 50_000;

    [Fact]
    public void Correlated_duplicates_follow_the_numbers_that_resemble_the_last()
    {
        using var rig = new LinkRig(new LinkOptions { Duplicate = 0.1, DuplicateCorrelation = 0.25 });
        rig.SendMany(Many, every: 0.01);
        rig.Run();
        Sigma.AssertNear(0.0175 * Many, 1.5 * Math.Sqrt(0.0175 * Many), rig.Statistics.DuplicatedPackets);
        Assert.Equal(Many + rig.Statistics.DuplicatedPackets, rig.Arrived.Count);
    }

    [Fact]
    public void Correlated_damage_follows_the_numbers_that_resemble_the_last()
    {
        using var rig = new LinkRig(new LinkOptions { Corrupt = 0.1, CorruptCorrelation = 0.25 });
        rig.SendMany(Many, every: 0.01, length: 100);
        rig.Run();
        Sigma.AssertNear(0.0175 * Many, 1.5 * Math.Sqrt(0.0175 * Many), rig.Statistics.CorruptedPackets);
    }

    [Fact]
    public void With_a_gap_of_five_every_fifth_packet_is_reordered()
    {
        using var rig = new LinkRig(new LinkOptions { Delay = TimeSpan.FromMilliseconds(10), Reorder = 1, ReorderGap = 5 });
        rig.SendMany(20, every: 1);
        rig.Run();
        Assert.Equal([5, 10, 15, 20], rig.Arrived.Where(arrival => arrival.Time == LinkRig.Ms(arrival.Number - 1)).Select(arrival => arrival.Number));
        Assert.Equal(16, rig.Arrived.Count(arrival => arrival.Time == LinkRig.Ms(arrival.Number + 9)));
    }

    [Fact]
    public void With_a_gap_and_a_share_the_others_go_by_until_chance_picks_one()
    {
        const double Share = 0.25;
        using var rig = new LinkRig(new LinkOptions { Delay = TimeSpan.FromMilliseconds(1), Reorder = Share, ReorderGap = 3 });
        rig.SendMany(Many, every: 0.01);
        rig.Run();
        long[] early = [.. rig.Arrived.Where(arrival => arrival.Time == LinkRig.Ms((arrival.Number - 1) * 0.01)).Select(arrival => arrival.Number).Order()];

        // Two go by, and then it takes 1/p of them: the distance is geometric from 3 on.
        Assert.All(early.Zip(early.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 3));
        Sigma.AssertNear(2 + (1 / Share), Math.Sqrt(1 - Share) / Share / Math.Sqrt(early.Length), Many / (double)early.Length);
    }

    [Fact]
    public void Correlated_reordering_of_one_half_stays_one_half_and_comes_in_runs()
    {
        using var rig = new LinkRig(new LinkOptions { Delay = TimeSpan.FromMilliseconds(1), Reorder = 0.5, ReorderCorrelation = 0.8 });
        rig.SendMany(Many, every: 0.01);
        rig.Run();
        double[] early = [.. rig.Arrived.OrderBy(arrival => arrival.Number).Select(arrival => arrival.Time == LinkRig.Ms((arrival.Number - 1) * 0.01) ? 1.0 : 0)];
        Sigma.AssertNear(0.5 * Many, 3 * Math.Sqrt(0.25 * Many), early.Sum());
        Assert.True(Sigma.Autocorrelation(early, 1) > 0.5);
    }

    [Theory]
    [InlineData(0, 0, 0, 100, 100)]
    [InlineData(18, 0, 0, 100, 118)]
    [InlineData(-4, 0, 0, 100, 96)]
    [InlineData(0, 48, 5, 50, 106)]
    [InlineData(0, 48, 5, 48, 53)]
    [InlineData(0, 48, 5, 49, 106)]
    [InlineData(10, 48, 5, 1500, 32 * 53)]
    [InlineData(0, 48, 0, 1, 48)]
    [InlineData(-1000, 48, 5, 20, 0)]
    public void Overhead_and_cells_count_to_the_byte(int overhead, int cell, int cellOverhead, int length, int wire)
    {
        var framing = new LinkFraming { PacketOverhead = overhead, CellSize = cell, CellOverhead = cellOverhead };
        framing.Validate();
        Assert.Equal(wire, framing.WireBytes(length));
    }

    [Fact]
    public void A_packet_on_cells_takes_the_time_of_its_cells_and_is_counted_as_it_is()
    {
        using var rig = new LinkRig(new LinkOptions { Rate = DataRate.Mbps(8), Framing = LinkFraming.Atm });
        rig.SendAt(0, length: 50);
        rig.SendAt(0, length: 97);
        rig.Run();
        Assert.Equal([(1, 106_000), (2, 106_000 + 159_000)], rig.Arrived);
        Assert.Equal(147, rig.Statistics.SentBytes);
    }

    [Fact]
    public void An_overhead_of_cells_needs_cells() =>
        Assert.Equal("CellOverhead", Assert.Throws<ArgumentOutOfRangeException>(() => new LinkFraming { CellOverhead = 5 }.Validate()).ParamName);

    [Fact]
    public void A_slot_opens_after_a_packet_is_ready_and_lets_all_through_that_wait_for_it()
    {
        using var rig = new LinkRig(new LinkOptions { Delay = TimeSpan.FromMilliseconds(2), Slots = new SlotOptions(TimeSpan.FromMilliseconds(10)) });
        rig.SendMany(15, every: 1);
        rig.SendAt(100);
        rig.Run();

        // Ready at 2 ms, so the slot opens at 12 ms, for those ready by then (sent by 10 ms); the next is ready at 13 ms.
        Assert.Equal([.. Enumerable.Repeat(LinkRig.Ms(12), 11), .. Enumerable.Repeat(LinkRig.Ms(23), 4), LinkRig.Ms(112)], rig.Arrived.Select(arrival => arrival.Time));
        Assert.Equal(rig.Numbers.Order(), rig.Numbers);
    }

    [Fact]
    public void A_slot_is_full_by_packets_and_by_bytes()
    {
        var slots = new SlotOptions(TimeSpan.FromMilliseconds(10));
        Assert.Equal([10, 10, 20, 20, 30, 30, 40], Times(slots with { Packets = 2 }));
        Assert.Equal([10, 10, 10, 20, 20, 20, 30], Times(slots with { Bytes = 3001 }));
        Assert.Equal([10, 10, 20, 20, 30, 30, 40], Times(slots with { Bytes = 3000 }));

        static IEnumerable<long> Times(SlotOptions slots)
        {
            using var rig = new LinkRig(new LinkOptions { Slots = slots });
            rig.SendMany(7, every: 0);
            rig.Run();
            return [.. rig.Arrived.Select(arrival => arrival.Time / 1_000_000)];
        }
    }

    [Fact]
    public void The_time_between_slots_is_drawn_evenly_from_its_range()
    {
        using var rig = new LinkRig(new LinkOptions { Slots = new SlotOptions(TimeSpan.FromMilliseconds(5)) { Maximum = TimeSpan.FromMilliseconds(15), Packets = 1 } });
        rig.SendMany(20_000, every: 0);
        rig.Link.Change(rig.Link.Forward with { Queue = QueueOptions.Packets(20_000) });
        rig.Run();
        long[] gaps = [.. rig.Arrived.Zip(rig.Arrived.Skip(1), (first, second) => second.Time - first.Time)];
        Assert.InRange(gaps.Min(), LinkRig.Ms(5), LinkRig.Ms(5.01));
        Assert.InRange(gaps.Max(), LinkRig.Ms(14.99), LinkRig.Ms(15));
        Sigma.AssertNear(1e7, 1e7 / Math.Sqrt(12) / Math.Sqrt(gaps.Length), gaps.Average());
    }

    [Fact]
    public void The_time_between_slots_is_drawn_from_a_distribution()
    {
        // 0 and two deviations, each equally likely: 5 ms or 9 ms, and no less than the minimum of 6 ms.
        var distribution = new DistributionFileDelayOptions(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(2), [0, 16384]);
        using var rig = new LinkRig(new LinkOptions
        {
            Slots = new SlotOptions(TimeSpan.FromMilliseconds(6)) { Distribution = distribution, Packets = 1 },
            Queue = QueueOptions.Packets(20_000),
        });
        rig.SendMany(10_000, every: 0);
        rig.Run();
        long[] gaps = [.. rig.Arrived.Zip(rig.Arrived.Skip(1), (first, second) => second.Time - first.Time)];
        Assert.Equal([LinkRig.Ms(6), LinkRig.Ms(9)], gaps.Distinct().Order());
        Sigma.AssertNear(0.5, 0.5 / Math.Sqrt(gaps.Length), gaps.Count(gap => gap == LinkRig.Ms(6)) / (double)gaps.Length);
    }

    [Fact]
    public void The_limit_counts_what_waits_and_what_is_under_way()
    {
        using var rig = new LinkRig(new LinkOptions { Rate = DataRate.Mbps(12), Delay = TimeSpan.FromMilliseconds(10), Limit = 4 });
        rig.SendMany(6, every: 0);
        rig.SendAt(11.5);
        rig.Run();

        // 1 ms each on the wire: packet 1 is out at 11 ms, and makes room for one.
        Assert.Equal([1, 2, 3, 4, 7], rig.Numbers);
        Assert.Equal(2, rig.Statistics.Drops(DropReason.QueueFull));
    }

    [Theory]
    [InlineData("ReorderGap")]
    [InlineData("Limit")]
    [InlineData("DuplicateCorrelation")]
    [InlineData("Minimum")]
    [InlineData("Maximum")]
    [InlineData("CellSize")]
    public void What_is_out_of_range_is_refused_with_its_name(string name)
    {
        LinkOptions options = name switch
        {
            "ReorderGap" => new() { ReorderGap = 0 },
            "Limit" => new() { Limit = 0 },
            "DuplicateCorrelation" => new() { DuplicateCorrelation = 2 },
            "Minimum" => new() { Slots = new(TimeSpan.Zero) },
            "Maximum" => new() { Slots = new(TimeSpan.FromSeconds(1)) { Maximum = TimeSpan.Zero } },
            _ => new() { Framing = new() { CellSize = 70_000 } },
        };
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
    }
}
