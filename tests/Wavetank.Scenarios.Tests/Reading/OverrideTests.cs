using Wavetank.Scenarios.Kinds.Applications;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Reading;

public sealed class OverrideTests
{
    [Fact]
    public void Override_sets_what_the_file_says_otherwise()
    {
        Scenario scenario = Lab.Parse(
            Lab.Good, "seed=9", "duration=10s", "devices.client.count=10", "links.core-server.loss=5%", "applications[1].size=1KB",
            "applications.tcp-echo-client.count=3", "expect[1]=client.errors < 5");

        Assert.Equal(9UL, scenario.Seed);
        Assert.Equal("10s", scenario.Duration.ToString());
        Assert.Equal(10, scenario.Devices[1].Members.Count);
        Assert.Equal(new Probability(0.05m), scenario.Links[1].Forward.Loss);
        Assert.Equal(new ByteSize(1000), scenario.Applications[1].Options.Get(TcpEchoClient.Size));
        Assert.Equal(3, scenario.Applications[1].Options.Get(TcpEchoClient.Count));
        Assert.Equal("client.errors < 5", scenario.Expectations[1].Text);
    }

    [Fact]
    public void Override_adds_what_the_file_does_not_say()
    {
        Scenario scenario = Lab.Parse(
            Lab.Good, "links.client-core.rate=1Mbps", "links[0].queue.limit=5 packets", "links[0].backward.loss=1%", "applications[0].start=1s");

        Assert.Equal(new BitRate(1_000_000), scenario.Links[0].Forward.Rate);
        Assert.Equal(QueueLimit.Packets(5), scenario.Links[0].Forward.Queue.Limit);
        Assert.Equal((new Probability(0), new Probability(0.01m)), (scenario.Links[0].Forward.Loss, scenario.Links[0].Backward.Loss));
        Assert.Equal("1s", scenario.Applications[0].Start.ToString());
    }

    [Fact]
    public void Override_sets_a_whole_mapping_in_flow_style()
    {
        Scenario scenario = Lab.Parse(Lab.Good, "links.core-server.queue={ kind: fifo, limit: 7 packets }");

        Assert.Equal(QueueLimit.Packets(7), scenario.Links[1].Forward.Queue.Limit);
    }

    [Fact]
    public void Last_of_two_overrides_wins() =>
        Assert.Equal(3UL, Lab.Parse(Lab.Good, "seed=2", "seed=3").Seed);

    [Theory]
    [InlineData("links.core-server.loss=5",
        "links[1].loss: \"5\" is more than 1; a probability is 0 to 1, or 0% to 100% (did you mean 5%?)")]
    [InlineData("link.core-server.loss=5%",
        "link.core-server.loss: the scenario has no \"link\"; did you mean \"links\"? (known: name, seed, duration, devices, links, applications, timeline, expect)")]
    [InlineData("links.core-sever.loss=5%",
        "links.core-sever.loss: links has no \"core-sever\"; did you mean \"core-server\"? (known: client-core, core-server)")]
    [InlineData("links.server-core.loss=5%",
        "links.server-core.loss: links has no \"server-core\"; did you mean \"core-server\"? (known: client-core, core-server)")]
    [InlineData("links.0.loss=5%", "links.0.loss: links is a list; write the number of its item in brackets: links[0]")]
    [InlineData("links.core-server.queue.limt=1KB",
        "links[1].queue.limt: \"limt\" is not a known key; did you mean \"limit\"? (known: kind, limit)")]
    [InlineData("devices.clint.count=10",
        "devices.clint.count: devices has no \"clint\"; did you mean \"client\"? (known: server, client, core)")]
    [InlineData("devices[0]=1", "devices[0]: devices is a mapping, not a list; name one of its keys with a dot")]
    [InlineData("applications[7].size=1KB", "applications[7].size: applications has no item 7 (known: 0 to 1)")]
    [InlineData("applications[x].size=1KB",
        "applications[x].size: \"applications[x]\" is no path; write the number of a list's item in brackets, such as applications[0]")]
    [InlineData("applications.tcp-echo-client=5",
        "applications.tcp-echo-client: names an item of a list as a whole; name one of its keys, such as applications.tcp-echo-client.KEY")]
    [InlineData("seed.x=1", "seed.x: seed is \"7\", which has no parts")]
    [InlineData("sede=9",
        "sede: \"sede\" is not a known key; did you mean \"seed\"? (known: name, seed, duration, time-series, convergence-delay, devices, topology, links, applications, timeline, storm, expect)")]
    [InlineData("seed", "is not PATH=VALUE; write one such as seed=9 or links.core-server.loss=5%")]
    [InlineData("a..b=1", "a..b: is no path; write names joined by dots, such as links.core-server.loss or applications[0].size")]
    [InlineData("links[0].queue={kind: fifo",
        "links[0].queue: this is not valid YAML: a bracket is opened and never closed, or a comma is missing")]
    public void Wrong_override_is_reported_under_its_own_text(string text, string expected) =>
        Assert.Equal([$"--set {text}: {expected}"], Lab.Problems(Lab.Good, text));

    [Fact]
    public void Problems_of_overrides_come_after_those_of_the_file() =>
        Assert.Equal(
            ["lab.yaml:2:7: seed: \"x\" is not a whole number; write digits alone, such as 10", "--set duration=1: duration: \"1\" has no unit; write 1ms (units: ns, us, ms, s, min, h)"],
            Lab.Problems(Lab.Good.Replace("seed: 7", "seed: x"), "duration=1"));
}
