using System.Text;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Faults;

/// <summary>A storm in a scenario, and the timeline that it is.</summary>
public sealed class StormSectionTests
{
    private const string Cluster = """
        seed: SEED
        duration: 120s
        devices: { hub: { kind: router }, node: { kind: host, count: 5 }, client: { kind: host } }
        links:
          - { between: [node, hub], delay: 5ms }
          - { between: [client, hub], delay: 5ms }
        applications:
          - { on: node, run: tcp-echo-server, port: 7 }
          - { on: node, run: udp-echo-client, to: "client:7", count: 100, think: exponential(1s), timeout: 500ms }
          - { on: client, run: udp-echo-server, port: 7 }
          - { on: client, run: tcp-echo-client, to: "node-1:7", count: 100, think: 500ms }

        """;

    private const string Storm = """
        storm:
          from: 5s
          until: 100s
          crashes: { every: 10s, shortest: 1s, longest: 5s }
          stops: { every: 20s, shortest: 1s, longest: 5s }
          pauses: { every: 20s, shortest: 1s, longest: 5s }
          cuts: { every: 20s, shortest: 1s, longest: 5s }
          losses: { every: 20s, shortest: 1s, longest: 5s }
          partitions: { every: 20s, shortest: 1s, longest: 5s }
          held-partitions: { every: 20s, shortest: 1s, longest: 5s }
          flaps: { every: 20s, shortest: 1s, longest: 5s }
          clocks: { every: 20s, shortest: 1s, longest: 5s }
          port-exhaustions: { every: 20s, shortest: 1s, longest: 5s }
          full-listen-queues: { every: 20s, shortest: 1s, longest: 5s }
          name-failures: { every: 20s, shortest: 1s, longest: 5s }
          name-server-failures: { every: 20s, shortest: 1s, longest: 5s }
          ports: [7]
          hosts: [node]
          links: [node-hub]
          keep-majority: on
          heal: on

        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_storm_that_is_pasted_as_a_timeline_gives_the_same_run(int seed)
    {
        ScenarioResult stormy = Runs.Execute(Of(seed) + Storm);
        using var section = new MemoryStream();
        StormTimeline.Write(stormy, section);
        ScenarioResult replayed = Runs.Execute(Of(seed) + Encoding.UTF8.GetString(section.ToArray()));

        Assert.InRange(stormy.Storm.Count, 30, 120);
        Assert.Equal(stormy.Digest, replayed.Digest);
        Assert.Equal(stormy.Faults.Select(fault => fault with { Details = null }), replayed.Faults.Select(fault => fault with { Details = null }));
        Assert.NotEqual(Runs.Execute(Of(seed)).Digest, stormy.Digest);
        Assert.Empty(replayed.Storm);
    }

    [Fact]
    public void Only_what_it_names_suffers() =>
        Assert.DoesNotContain(Runs.Execute(Of(1) + Storm).Faults, fault => fault.Target.Contains("client", StringComparison.Ordinal));

    [Theory]
    [InlineData("until: 100s", "until: 4s", "lab.yaml:14:10: storm.until: \"4s\" is not after its begin, 5s; write a later time")]
    [InlineData("  until: 100s\n", "", "lab.yaml:13:3: storm: lacks the key \"until\"; write, for example, until: 50ms")]
    [InlineData("hosts: [node]", "hosts: [nod]", "lab.yaml:29:11: storm.hosts[0]: \"nod\" is not a known device; did you mean \"node\"?")]
    [InlineData("links: [node-hub]", "links: [client-hut]", "lab.yaml:30:11: storm.links[0]: \"client-hut\" is not a known link; did you mean \"client-hub\"?")]
    [InlineData("crashes: {", "crush: {", "lab.yaml:15:3: storm.crush: \"crush\" is not a known key (known: from, until, crashes")]
    [InlineData("crashes: { every: 10s, shortest: 1s, longest: 5s", "crashes: { every: 10s, shortest: 7s, longest: 5s", "lab.yaml:15:49: storm.crashes.longest: \"5s\" is less than the shortest, 7s; write 7s or more")]
    [InlineData("  ports: [7]\n", "", "lab.yaml:25:3: storm.full-listen-queues: needs to know which; write, for example, ports: [5000]")]
    [InlineData("ports: [7]", "ports: [70000]", "lab.yaml:28:10: storm.ports: has a port out of range; 1 to 65535 is right")]
    public void Mistake_is_reported_once_with_place_and_remedy(string old, string replacement, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Lab.Problems((Of(1) + Storm).Replace(old, replacement, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void A_storm_of_nothing_is_a_mistake() =>
        Assert.Equal(
            "lab.yaml:12:8: storm: does nothing; write at least one of crashes, stops, pauses, cuts, losses, partitions, held-partitions, flaps, clocks, port-exhaustions, full-listen-queues, name-failures, name-server-failures",
            Assert.Single(Lab.Problems(Of(1) + "storm: { until: 5s }")));

    private static string Of(int seed) => Cluster.Replace("SEED", $"{seed}", StringComparison.Ordinal);
}
