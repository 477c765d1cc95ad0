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
                "lab.yaml:6:17: devices.core.kind: \"ruoter\" is not a known kind of device; did you mean \"router\"? (known: host, router, switch)",
                "lab.yaml:8:39: links[0].delay: \"50\" has no unit; write 50ms (units: ns, us, ms, s, min, h)",
                "lab.yaml:9:32: links[1].los: \"los\" is not a known key; did you mean \"loss\"? (known: between, name, rate, delay, jitter, loss, duplicate, reorder, corrupt, queue, mtu, forward, backward)",
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
}
