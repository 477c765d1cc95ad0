using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

/// <summary>Elections against what Raft promises: at most one leader in a term, and one that a majority follows.</summary>
public sealed class LeaderElectionTests
{
    [Fact]
    public void One_is_elected_and_stays()
    {
        ScenarioResult result = Runs.Execute(Group(5));
        ApplicationFigures all = result.Figures("leader-election");

        (string Host, long From, long? Until, long Term) only = Assert.Single(Reigns(result));
        Assert.Equal((1d, 1, 0), (all.Others["leaders"], all.Count, all.Errors));

        // The first whose patience of 150 to 300 ms is over asks, and has the votes a round trip of 8 ms later.
        Assert.InRange(only.From, 150e6, 308e6);
        Assert.Null(only.Until);
    }

    [Fact]
    public void A_leader_that_crashes_is_followed_by_another_within_their_patience()
    {
        ScenarioResult first = Runs.Execute(Group(5));
        string leader = Reigns(first)[0].Host;
        ScenarioResult result = Runs.Execute(Group(5) + $"timeline: [{{ at: 5s, crash: {leader} }}]\n");
        (string Host, long From, long? Until, long Term)[] reigns = [.. Reigns(result).OrderBy(reign => reign.From)];

        Assert.Equal(leader, reigns[0].Host);
        Assert.NotEqual(leader, reigns[1].Host);
        Assert.InRange(reigns[1].From, 5e9 + 100e6, 5e9 + 700e6);
        Assert.True(reigns[1].Term > reigns[0].Term);
    }

    [Fact]
    public void Cut_off_with_a_minority_a_leader_believes_on_until_it_hears_of_a_later_term()
    {
        string leader = Reigns(Runs.Execute(Group(5)))[0].Host;
        string other = leader == "node-1" ? "node-2" : "node-1";
        string[] rest = [.. Enumerable.Range(1, 5).Select(i => $"node-{i}").Where(name => name != leader && name != other)];
        ScenarioResult result = Runs.Execute(Group(5) + $"timeline: [{{ at: 4s, partition: [{leader}, {other}], from: [{string.Join(", ", rest)}], for: 3s }}]\n");
        (string Host, long From, long? Until, long Term)[] reigns = [.. Reigns(result).OrderBy(reign => reign.From)];

        Assert.Equal((leader, 2), (reigns[0].Host, reigns.Length));
        Assert.Contains(reigns[1].Host, rest);
        Assert.InRange(reigns[1].From, 4e9, 4.7e9);
        Assert.InRange(reigns[0].Until!.Value, 7e9, 7.1e9);
        Assert.Equal(1, result.Figures("leader-election").Others["leaders"]);
    }

    [Fact]
    public void Without_a_majority_nobody_leads()
    {
        ScenarioResult result = Runs.Execute(Group(4) + "timeline: [{ at: 0s, partition: [node-1, node-2], from: [node-3, node-4] }]\n");
        ApplicationFigures all = result.Figures("leader-election");

        Assert.Empty(Reigns(result));
        Assert.Equal(0, all.Others["leaders"]);
        Assert.InRange(all.Others["elections"], 40, 400);
        Assert.InRange(all.Others["without-leader"], 9.5e9, 10e9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_goes_wrong_no_term_has_two_leaders(int seed)
    {
        // Crashes forget whom one voted for, unless it is written down; pauses let messages come late; losses and partitions lose them.
        ScenarioResult result = Runs.Execute($"seed: {seed}\n" + Group(5, "60s").Replace("duration: 10s", "duration: 60s", StringComparison.Ordinal) + """
            storm:
              until: 55s
              crashes: { every: 2s, shortest: 50ms, longest: 1s }
              pauses: { every: 3s, shortest: 50ms, longest: 1s }
              losses: { every: 5s, shortest: 1s, longest: 5s }
              partitions: { every: 5s, shortest: 500ms, longest: 3s }
              held-partitions: { every: 8s, shortest: 500ms, longest: 2s }
            """);

        Assert.InRange(Reigns(result).Count, 5, 200);
        Assert.All(Reigns(result).GroupBy(reign => reign.Term), term => Assert.Single(term));
        Assert.Equal(1, result.Figures("leader-election").Others["leaders"]);
    }

    private static List<(string Host, long From, long? Until, long Term)> Reigns(ScenarioResult result) =>
        [.. result.Applications[0].Hosts.SelectMany(host => host.Rows.Select(row => (host.Host, row[0].Number!.Value, row[1].Number, row[2].Number!.Value)))];

    private static string Group(int members, string duration = "10s") => $$"""
        duration: 10s
        devices: { node: { kind: host, count: {{members}} }, hub: { kind: router } }
        links: [{ between: [node, hub], delay: 2ms }]
        applications: [{ on: node, run: leader-election, members: node, port: 7000, duration: {{duration}} }]

        """;
}
