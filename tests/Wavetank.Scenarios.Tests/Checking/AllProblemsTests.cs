using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

public sealed class AllProblemsTests
{
    private const string SixMistakes = """
        name: six mistakes
        seed: many
        devices:
          server: { kind: host }
          client: { kind: host, count: 2 }
          core: { kind: ruoter }
        links:
          - { between: [client, core], delay: 50 }
          - { between: [core, server], los: 1% }
        applications:
          - { on: server, run: tcp-echo-server, port: 99999 }
          - { on: client, run: tcp-echo-client, to: "sever:5000" }
        """;

    [Fact]
    public void Six_mistakes_are_reported_at_once_by_line_and_column() =>
        Assert.Equal(
            [
                "lab.yaml:2:7: seed: \"many\" is not a whole number; write digits alone, such as 10",
                "lab.yaml:6:17: devices.core.kind: \"ruoter\" is not a known kind of device; did you mean \"router\"? (known: host, router, nat, firewall, switch)",
                "lab.yaml:8:39: links[0].delay: \"50\" has no unit; write 50ms (units: ns, us, ms, s, min, h)",
                "lab.yaml:9:32: links[1].los: \"los\" is not a known key; did you mean \"loss\"? (known: between, name, preset, path-inflation, rate, delay, jitter, keep-order, loss, loss-ecn, duplicate, reorder, corrupt, slot, limit, schedule, rules, cost, queue, mtu, …)",
                "lab.yaml:11:47: applications[0].port: \"99999\" is out of range; 1 to 65535 is right",
                "lab.yaml:12:45: applications[1].to: \"sever\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2)",
            ],
            Lab.Problems(SixMistakes));

    [Fact]
    public void Exception_carries_file_line_column_path_and_message_apart()
    {
        ScenarioException exception = Assert.Throws<ScenarioException>(() => Lab.Parse(SixMistakes));

        Assert.Equal(new ScenarioProblem("lab.yaml", 2, 7, "seed", "\"many\" is not a whole number; write digits alone, such as 10"), exception.Problems[0]);
        Assert.Equal(6, exception.Message.Split('\n').Length);
    }

    [Fact]
    public void Duplicate_keys_are_reported_together_with_the_other_mistakes() =>
        Assert.Equal(
            [
                "lab.yaml:3:1: seed: the key \"seed\" is here twice; the first is at line 2, column 1",
                "lab.yaml:4:11: duration: \"60\" has no unit; write 60ms (units: ns, us, ms, s, min, h)",
            ],
            Lab.Problems(Lab.Good.Replace("seed: 7\nduration: 60s", "seed: 7\nseed: 8\nduration: 60")));

    [Fact]
    public void Thousands_of_problems_are_cut_short_and_counted()
    {
        string text = Lab.Good + "\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"x{i}: 1\n"));

        string[] problems = Lab.Problems(text);

        Assert.Equal(201, problems.Length);
        Assert.Equal("lab.yaml: and 4800 more problems, not shown", problems[^1]);
    }

    [Fact]
    public void Problem_with_a_device_brings_no_problems_about_its_members() =>
        Assert.Equal(
            ["lab.yaml:6:32: devices.client.count: \"20000\" is out of range; 1 to 10000 is right"],
            Lab.ProblemsAfter("count: 3", "count: 20000"));

    [Fact]
    public void Broken_link_hides_no_dangling_name_elsewhere() =>
        Assert.Equal(
            [
                "lab.yaml:10:21: links[1].between[1]: \"sever\" is not a known device; did you mean \"server\"? (known: server, client, core, client-1, client-2, client-3)",
                "lab.yaml:21:21: timeline[1].cut: \"uplink\" is not a known link (known: client-core, client-1-core, client-2-core, client-3-core)",
            ],
            Lab.Problems(Lab.Good.Replace("[core, server]", "[core, sever]").Replace("cut: client-2-core", "cut: uplink")));

    [Fact]
    public void An_unknown_kind_hides_neither_keys_nor_metrics() =>
        Assert.Equal(
            [
                "4:19: devices.client.kind",
                "4:25: devices.client.cout",
                "8:24: applications[0].run",
                "8:46: applications[0].port",
                "9:24: applications[1].run",
                "9:43: applications[1].to",
                "11:23: timeline[0].cut",
                "12:18: timeline[1].st",
                "12:43: timeline[1].loss",
                "14:5: expect[0]",
                "15:5: expect[1]",
            ],
            Places("""
                duration: 10s
                devices:
                  server: { kind: host }
                  client: { kind: hots, cout: 3 }
                links:
                  - { between: [client, server], delay: 20ms }
                applications:
                  - { on: server, run: tcp-echo-servr, port: 70000 }
                  - { on: server, run: tcp-echo-clnt, to: "sever:5000", timeout: 1s }
                timeline:
                  - { at: 1s,    cut: nolink }
                  - { at: 1s,    st: client-server, loss: 500% }
                expect:
                  - server.round-trp.p99 < 1s
                  - client.cout == 3
                """, atMost: 2));

    [Theory]
    [InlineData("cut: client-2-core", "cut: client-2-core, fr: 3s", "timeline[1].fr")]
    [InlineData("- client.errors == 0", "- client.count == 0\n  - client.goodput > 1bps\n  - client-3.errors == 0", "")]
    [InlineData("client: { kind: host, count: 3 }", "client: { kind: host, cuont: 3 }", "devices.client.cuont")]
    [InlineData("client: { kind: host, count: 3 }", "client: { kind: hst, count: 3 }", "devices.client.kind")]
    [InlineData("run: tcp-echo-client", "run: tcp-echo-clint", "applications[1].run")]
    [InlineData("run: tcp-echo-client", "run: chat", "applications[1].run")]
    [InlineData("on: client, run", "on: clint, run", "applications[1].on")]
    [InlineData("on: client, run", "no: client, run", "applications[1].no")]
    [InlineData("[client, core]", "[clint, core]", "links[0].between[0]")]
    [InlineData("applications:", "aplications:", "aplications")]
    [InlineData("links:", "link:", "link")]
    public void One_mistake_is_one_problem(string old, string replacement, string path) =>
        Assert.Equal(path.Length == 0 ? [] : [path], Lab.ProblemsAfter(old, replacement).Select(line => line.Split(": ")[1]));

    [Fact]
    public void A_named_link_that_is_broken_leaves_the_names_of_its_members_in_doubt() =>
        Assert.Equal(
            ["links[0].betwen"],
            Lab.Problems(Lab.Good.Replace("{ between: [client, core],", "{ betwen: [client, core], name: up,").Replace("cut: client-2-core", "cut: up-2"))
                .Select(line => line.Split(": ")[1]));

    [Fact]
    public void A_misspelt_key_for_the_name_of_a_link_leaves_its_name_in_doubt() =>
        Assert.Equal(
            ["links[1].nmae"],
            Lab.Problems(Lab.Good
                .Replace("- between: [core, server]", "- between: [core, server]\n    nmae: uplink")
                .Replace("set: core-server", "set: uplink")).Select(line => line.Split(": ")[1]));

    /// <summary>Line, column and path of each problem.</summary>
    private static IEnumerable<string> Places(string text, int atMost) =>
        Lab.Problems(text).Select(line => line[(Lab.FileName.Length + 1)..]).Select(line => string.Join(": ", line.Split(": ").Take(atMost)));
}
