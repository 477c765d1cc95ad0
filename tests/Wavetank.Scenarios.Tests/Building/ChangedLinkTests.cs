using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Building;

/// <summary>Whatever a link may say, the timeline may set, and it goes back to what it was.</summary>
public sealed class ChangedLinkTests
{
    private const string Link = """
        devices: { server: { kind: host }, client: { kind: host } }
        applications: [{ on: client, run: ping, to: server, count: 1 }]
        links: [{ between: [client, server], rate: 4Mbps, delay: 10ms }]
        timeline:

        """;

    [Fact]
    public void Everything_that_a_link_says_of_its_conditions_may_be_set()
    {
        string[] ofLinks = [.. Kinds.Keys.LinkKeys.All.Select(key => key.Name).Except(["between", "name", "cost", "path-inflation"])];
        Assert.Equal(ofLinks.Order(), Kinds.Keys.LinkKeys.Changeable.Select(key => key.Name).Order());
    }

    [Fact]
    public void A_queue_is_set_and_taken_back() => Assert.Equal(
        ["fifo", "codel 7", "drr", "codel 7", "fifo"],
        Seen(
            """
              - { at: 1s, set: client-server, queue: { kind: codel, target: 7ms }, for: 3s }
              - { at: 2s, set: client-server, queue: drr, for: 1s }
            """,
            link => link.Forward.Queue is CodelQueueOptions codel ? $"codel {codel.Target.TotalMilliseconds}" : link.Forward.Queue.Kind));

    [Fact]
    public void A_preset_is_set_as_a_whole_with_what_stands_beside_it_and_taken_back() => Assert.Equal(
        ["4000/4000 10 1500", "768/8000 7 1500", "768/8000 7 1500", "4000/4000 10 1500", "4000/4000 10 1500"],
        Seen(
            "  - { at: 1s, set: client-server, preset: dsl, delay: 7ms, for: 2s }",
            link => $"{link.Forward.Rate.BitsPerSecond / 1000}/{link.Backward.Rate.BitsPerSecond / 1000} {link.Forward.Delay.TotalMilliseconds} {link.Forward.Mtu}")
            .Select(text => text.Replace($"{Upload}/{Download}", "768/8000", StringComparison.Ordinal)));

    [Fact]
    public void Directions_and_the_mtu_are_set_and_taken_back() => Assert.Equal(
        ["0 0 fifo fifo 1500 1500", "0.1 0.2 fifo pie 576 600", "0.1 0.2 fifo pie 576 600", "0 0 fifo fifo 1500 1500", "0 0 fifo fifo 1500 1500"],
        Seen(
            "  - { at: 1s, set: client-server, loss: 10%, mtu: 576B, backward: { loss: 20%, queue: pie, mtu: 600B }, for: 2s }",
            link => $"{link.Forward.Loss} {link.Backward.Loss} {link.Forward.Queue.Kind} {link.Backward.Queue.Kind} {link.Forward.Mtu} {link.Backward.Mtu}"));

    [Fact]
    public void Overrides_reach_what_the_timeline_sets() => Assert.Equal(
        ["fifo 1", "red 1", "red 1", "red 1", "red 1"],
        Seen(
            "  - { at: 1s, set: client-server, queue: { kind: fifo }, backward: { limit: 7 } }",
            link => $"{link.Forward.Queue.Kind} {(link.Backward.Limit is null or 3 ? 1 : 2)}",
            "timeline[0].queue.kind=red", "timeline[0].backward.limit=3"));

    [Fact]
    public void A_filter_on_the_timeline_may_name_a_device()
    {
        const string text = """
            devices: { server: { kind: host }, client: { kind: host } }
            applications: [{ on: client, run: ping, to: server, count: 6, interval: 1s, timeout: 500ms }]
            links: [{ between: [client, server], delay: 10ms }]
            timeline: [{ at: 1.5s, set: client-server, rules: [{ match: icmp && src host server, drop: all }], for: 2s }]
            expect: [client-server.backward.drops-link-rule == 2, client-server.forward.drops-link-rule == 0]
            """;
        Assert.All(Runs.Execute(text).Expectations, expectation => Assert.True(expectation.Holds, $"{expectation.Expectation.Text}: {expectation.Measured}"));
    }

    [Theory]
    [InlineData("queue: codle", "timeline[0].queue: \"codle\" is not a known queue; did you mean \"codel\"?")]
    [InlineData("queue: shaper", "timeline[0].queue: the queue \"shaper\" needs the key \"rate\"; write { kind: shaper, rate: 10Mbps }")]
    [InlineData("preset: dls", "timeline[0].preset: \"dls\" is not a known preset; did you mean \"dsl\"?")]
    [InlineData("mtu: 20B", "timeline[0].mtu: \"20B\" is out of range; 68B to 65535B is right")]
    [InlineData("forward: 5ms", "timeline[0].forward: takes a mapping such as { rate: 1Mbps, delay: 20ms }, not \"5ms\"")]
    [InlineData("forward: { preset: dsl }", "timeline[0].forward.preset: \"preset\" is not a known key")]
    [InlineData("delay: { kind: normal, mean: 5ms, deviation: 1ms }, forward: { jitter: 1ms }", "timeline[0].forward.jitter: is for a plain delay")]
    [InlineData("rules: [{ match: host sever, drop: all }]", "timeline[0].rules[0].match: \"sever\" is not a known device; did you mean \"server\"?")]
    [InlineData("rules: [{ match: host sw, drop: all }]", "timeline[0].rules[0].match: \"sw\" is a switch, which has no address")]
    [InlineData("rules: [{ match: host many, drop: all }]", "timeline[0].rules[0].match: \"many\" is a group; a filter names one host, such as many-1")]
    [InlineData("queue: { kind: priority, priomap: [1, 2] }", "timeline[0].queue.priomap: has 2 bands, but there are 16 priorities")]
    [InlineData("queue: { kind: priority, bands: 2 }", "timeline[0].queue.bands: bands is 2, but the usual priomap goes to band 2; write a priomap too")]
    [InlineData("slot: { packets: 3 }", "timeline[0].slot: lacks the key \"min\"")]
    [InlineData("slot: { distribution: normal }", "timeline[0].slot.distribution: needs mean and deviation")]
    [InlineData("slot: { distribution: x.dist, mean: 5ms, deviation: 1ms }", "timeline[0].slot.distribution: \"x.dist\" is not there")]
    [InlineData("slot: { min: 5ms, mean: 5ms }", "timeline[0].slot.mean: is of a distribution, and there is none")]
    public void A_mistake_is_told_once_with_its_path(string change, string problem)
    {
        string text = Link.Replace("client: { kind: host } }", "client: { kind: host }, sw: { kind: switch }, many: { kind: host, count: 2 } }", StringComparison.Ordinal)
            .Replace("delay: 10ms }]", "delay: 10ms }, { between: [sw, many] }, { between: [sw, server] }]", StringComparison.Ordinal);
        string only = Assert.Single(Lab.Problems($"{text}  - {{ at: 1s, set: client-server, {change} }}\n"));
        Assert.Contains(problem, only, StringComparison.Ordinal);
    }

    private static long Upload => Preset.Upload.Rate.BitsPerSecond / 1000;

    private static long Download => Preset.Download.Rate.BitsPerSecond / 1000;

    private static Wavetank.Links.Presets.LinkPreset Preset => Kinds.ScenarioTables.Presets.Find("dsl")!.Preset;

    /// <summary>What is seen of the link in the middle of each of the first five seconds.</summary>
    private static List<string> Seen(string timeline, Func<Link, string> look, params string[] overrides)
    {
        List<string> seen = [];
        BuiltScenario built = ScenarioBuilder.Build(Lab.Parse($"{Link}{timeline}\n", overrides));
        for (double second = 0.5; second < 5; second++)
        {
            built.Network.At(TimeSpan.FromSeconds(second), () => seen.Add(look(built.Network.Links.Single())));
        }

        built.Network.Run(TimeSpan.FromSeconds(6));
        return seen;
    }
}
