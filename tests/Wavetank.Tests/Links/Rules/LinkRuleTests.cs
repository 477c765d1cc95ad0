using Wavetank.Links;
using Wavetank.Links.Rules;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Rules;

/// <summary>What a link does to packets that match.</summary>
public sealed class LinkRuleTests
{
    private static readonly PacketFilter Small = PacketFilter.Parse("len < 200");

    [Fact]
    public void The_first_two_that_match_are_dropped_for_a_reason_of_their_own()
    {
        using LinkRig rig = Run(LinkRule.Drop("len < 200", PacketSelection.First(2)));
        Assert.Equal([1, 3, 5, 6, 7, 8], rig.Numbers);
        Assert.Equal(2, rig.Statistics.Drops(DropReason.LinkRule));
        Assert.Equal(2, rig.Statistics.DroppedPackets);
    }

    [Fact]
    public void A_function_may_say_which()
    {
        using LinkRig rig = Run(LinkRule.Drop(packet => packet.Length > 200));
        Assert.Equal([2, 4, 6, 8], rig.Numbers);
    }

    [Fact]
    public void A_rule_behind_sees_only_what_those_before_it_left()
    {
        using LinkRig rig = Run(LinkRule.Drop("len < 200", PacketSelection.Only(1)), LinkRule.Drop("len < 200", PacketSelection.Only(1)));
        Assert.Equal([1, 3, 5, 6, 7, 8], rig.Numbers);
    }

    [Fact]
    public void A_delayed_packet_is_overtaken_and_holds_nobody_up()
    {
        using LinkRig rig = Run(new LinkRule(Small, LinkAction.Delay) { Packets = PacketSelection.Only(2), ExtraDelay = TimeSpan.FromMilliseconds(2.5) });
        Assert.Equal([1, 2, 3, 5, 6, 4, 7, 8], rig.Numbers);
        Assert.Equal(LinkRig.Ms(3 + 5 + 2.5), rig.Arrived.Single(arrival => arrival.Number == 4).Time);
        Assert.All(rig.Arrived.Where(arrival => arrival.Number != 4), arrival => Assert.Equal(LinkRig.Ms(arrival.Number - 1 + 5), arrival.Time));
    }

    [Fact]
    public void A_doubled_packet_arrives_twice()
    {
        using LinkRig rig = Run(new LinkRule(Small, LinkAction.Duplicate) { Packets = PacketSelection.Every(2) });
        Assert.Equal([1, 2, 3, 4, 4, 5, 6, 7, 8, 8], rig.Numbers);
        Assert.Equal(2, rig.Statistics.DuplicatedPackets);
    }

    [Fact]
    public void A_damaged_packet_is_counted_and_comes_out()
    {
        using LinkRig rig = Run(new LinkRule(Small, LinkAction.Corrupt) { Packets = PacketSelection.Range(2, 3) });
        Assert.Equal(2, rig.Statistics.CorruptedPackets);
        Assert.Equal(8, rig.Arrived.Count);
    }

    [Fact]
    public void Only_what_may_be_marked_is_marked()
    {
        using var rig = new LinkRig(new LinkOptions { Rules = [new(PacketFilter.All, LinkAction.MarkCongestion)] });
        List<int> seen = [];
        rig.Seen = packet => seen.Add(packet.TrafficClass & 3);
        for (byte ecn = 0; ecn < 4; ecn++)
        {
            byte value = ecn;
            rig.SendAt(ecn, shape: packet => packet.TrafficClass = value);
        }

        rig.Run();
        Assert.Equal([0, 3, 3, 3], seen);
    }

    [Fact]
    public void Fields_are_set_and_leave_their_neighbours_alone()
    {
        using var rig = new LinkRig(new LinkOptions
        {
            Rules = [new(PacketFilter.All, LinkAction.SetDscp) { Value = 46 }, new(PacketFilter.All, LinkAction.SetTimeToLive) { Value = 3 }],
        });
        List<(int, int, int)> seen = [];
        rig.Seen = packet => seen.Add((packet.TrafficClass >> 2, packet.TrafficClass & 3, packet.TimeToLive));
        rig.SendAt(0, shape: packet => packet.TrafficClass = 2);
        rig.Run();
        Assert.Equal([(46, 2, 3)], seen);
    }

    [Fact]
    public void Counts_go_on_when_another_condition_changes_and_begin_anew_with_other_rules()
    {
        var options = new LinkOptions { Rules = [LinkRule.Drop("udp", PacketSelection.Only(3))] };
        using var rig = new LinkRig(options);
        rig.SendMany(8, every: 1);
        rig.At(1.5, () => rig.Link.Change(options with { Rate = DataRate.Gbps(1) }));
        rig.At(3.5, () => rig.Link.Change(options with { Rules = [LinkRule.Drop("udp", PacketSelection.Only(2))] }));
        rig.Run();
        Assert.Equal([1, 2, 4, 5, 7, 8], rig.Numbers);
    }

    [Fact]
    public void A_share_is_by_chance_and_by_seed()
    {
        long[] first = Dropped(1);
        Assert.Equal(first, Dropped(1));
        Assert.NotEqual(first, Dropped(2));
        Sigma.AssertShare(0.3, first.Length, 5000);

        static long[] Dropped(ulong seed)
        {
            using var rig = new LinkRig(new LinkOptions { Rules = [LinkRule.Drop("udp", PacketSelection.Share(0.3))] }, seed);
            rig.SendMany(5000, every: 0.1);
            rig.Run();
            return [.. Enumerable.Range(1, 5000).Select(number => (long)number).Except(rig.Numbers)];
        }
    }

    [Fact]
    public void A_value_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(new LinkRule(Small, LinkAction.SetTimeToLive).Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new LinkRule(Small, LinkAction.SetDscp) { Value = 64 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new LinkRule(Small, LinkAction.Delay) { ExtraDelay = TimeSpan.FromTicks(-1) }.Validate);
    }

    /// <summary>Packets 1 to 8, one each millisecond over a delay of 5 ms; the even ones are small.</summary>
    private static LinkRig Run(params LinkRule[] rules)
    {
        var rig = new LinkRig(new LinkOptions { Delay = TimeSpan.FromMilliseconds(5), Rules = rules });
        for (int i = 1; i <= 8; i++)
        {
            rig.SendAt(i - 1, i % 2 == 0 ? 100 : 1000);
        }

        rig.Run();
        return rig;
    }
}
