using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

/// <summary>Rumours in a group, against what is known of how they spread.</summary>
public sealed class GossipTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(256)]
    public void Everybody_knows_everything_after_a_number_of_rounds_that_grows_like_the_logarithm(int members)
    {
        ApplicationFigures all = Runs.Execute(Group(members, "rounds: 40")).Figures("gossip");
        double rounds = all.Others["spread"] / 100e6;

        // Pittel, "On spreading a rumor", 1987: one rumour takes log2 n + ln n + O(1) rounds. Who knows can at most double in a round, and of
        // n rumours the slowest is some rounds behind; a round is told at most one round after it began.
        Assert.Equal((long)members * members, all.Count);
        Assert.Equal(members, all.Others["informed"]);
        Assert.InRange(rounds, Math.Log2(members) - 1, Math.Log2(members) + Math.Log(members) + 7);
        Assert.Equal(members * 40, all.Others["messages"]);
        Assert.Equal(0, all.Errors);
    }

    [Fact]
    public void More_are_told_in_a_round_and_everybody_knows_sooner()
    {
        double one = Runs.Execute(Group(64, "fanout: 1")).Figures("gossip").Others["spread"];
        double four = Runs.Execute(Group(64, "fanout: 4")).Figures("gossip").Others["spread"];
        Assert.InRange(four, 0, one * 0.6);
    }

    [Fact]
    public void Two_who_talk_know_both_rumours_within_a_round_and_the_way()
    {
        ApplicationFigures both = Runs.Execute(Group(2, "rounds: 5")).Figures("gossip");
        Assert.Equal(4, both.Count);
        Assert.InRange(both.Others["spread"], 4e6, 104e6);

        // Each hears five messages, of which the first is news.
        Assert.Equal(8, both.Others["stale"]);
    }

    [Fact]
    public void A_partition_keeps_rumours_apart_and_its_end_lets_them_through()
    {
        const string parted = "timeline: [{ at: 0s, partition: [node-1, node-2, node-3, node-4], from: [node-5, node-6, node-7, node-8]";
        ApplicationFigures kept = Runs.Execute(Group(8, "rounds: 40") + parted + " }]\n").Figures("gossip");
        ApplicationFigures healed = Runs.Execute(Group(8, "rounds: 40") + parted + ", for: 2s }]\n").Figures("gossip");

        Assert.Equal((8 * 4, 0d), (kept.Count, kept.Others["informed"]));
        Assert.Equal((8 * 8, 8d), (healed.Count, healed.Others["informed"]));
        Assert.InRange(healed.Others["spread"], 2e9, 3e9);
    }

    [Theory]
    [InlineData("members: [node, nod]", "applications[0].members[1]: \"nod\" is not a known device; did you mean \"node\"?")]
    [InlineData("members: hub", "applications[0].members: \"hub\" is a router; hosts take part")]
    [InlineData("members: [node, localhost]", "applications[0].members[1]: \"localhost\" is every host's own name for itself; name the hosts that take part")]
    [InlineData("", "applications[0]: lacks the key \"members\"")]
    public void Members_that_are_none_are_mistakes(string members, string problem) =>
        Assert.Contains(problem, Assert.Single(Lab.Problems(Group(4, "rounds: 5").Replace("members: node", members, StringComparison.Ordinal).Replace(", , ", ", ", StringComparison.Ordinal))), StringComparison.Ordinal);

    private static string Group(int members, string options) => $$"""
        devices: { node: { kind: host, count: {{members}} }, hub: { kind: router } }
        links: [{ between: [node, hub], delay: 2ms }]
        applications: [{ on: node, run: gossip, members: node, port: 7000, {{options}} }]

        """;
}
