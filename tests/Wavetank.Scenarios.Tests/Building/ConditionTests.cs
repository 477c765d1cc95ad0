using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Impairments;
using Wavetank.Links.Loss;
using Wavetank.Links.Rules;
using Wavetank.Links.Schedules;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Building;

/// <summary>Conditions that are mappings or lists, in the file, by <c>--set</c> and on the timeline.</summary>
public sealed class ConditionTests
{
    private const string Link = """
        devices: { server: { kind: host }, client: { kind: host } }
        applications: [{ on: client, run: ping, to: server, count: 1 }]
        links: [{ between: [client, server], CONDITIONS }]

        """;

    [Fact]
    public void Every_loss_model_becomes_its_definition()
    {
        Assert.Equal(new IndependentLossOptions(0.01), Of("loss: { kind: independent, percent: 1% }").LossModel);
        Assert.Equal(new CorrelatedLossOptions(0.01, 0.25), Of("loss: { kind: correlated, percent: 1%, correlation: 25% }").LossModel);
        Assert.Equal(
            new GilbertElliottLossOptions(0.01, 0.1) { LossInBad = 0.7, LossInGood = 0.001 },
            Of("loss: { kind: gilbert-elliott, p: 1%, r: 10%, 1-h: 70%, 1-k: 0.1% }").LossModel);
        Assert.Equal(new GilbertElliottLossOptions(0.25, 0.75), Of("loss: { kind: gilbert-elliott, p: 25% }").LossModel);
        Assert.Equal(
            new MarkovLossOptions(0.25) { P31 = 0.5, P32 = 0.125, P23 = 0.25, P14 = 0.0625 },
            Of("loss: { kind: four-state, p13: 25%, p31: 50%, p32: 12.5%, p23: 25%, p14: 6.25% }").LossModel);
        Assert.Equal(new MarkovLossOptions(0.25), Of("loss: { kind: four-state, p13: 25% }").LossModel);
        Assert.Equal(new PeriodicLossOptions(100), Of("loss: { kind: periodic, period: 100 }").LossModel);
        Assert.Equal(new ListLossOptions(3, 7, 10, 11, 12), Of("loss: { kind: list, packets: [3, 7, 10-12] }").LossModel);
        Assert.Equal(new ListLossOptions(3), Of("loss: { kind: list, packets: 3 }").LossModel);
    }

    [Fact]
    public void Every_delay_model_becomes_its_definition()
    {
        TimeSpan mean = TimeSpan.FromMilliseconds(20);
        TimeSpan deviation = TimeSpan.FromMilliseconds(2);
        Assert.Equal(new ConstantDelayOptions(mean), Of("delay: { kind: constant, delay: 20ms }").DelayModel);
        Assert.Equal(new UniformDelayOptions(mean, deviation) { Correlation = 0.5 }, Of("delay: { kind: uniform, delay: 20ms, jitter: 2ms, correlation: 50% }").DelayModel);
        Assert.Equal(new NormalDelayOptions(mean, deviation), Of("delay: { kind: normal, mean: 20ms, deviation: 2ms }").DelayModel);
        Assert.Equal(new ParetoDelayOptions(mean, deviation), Of("delay: { kind: pareto, mean: 20ms, deviation: 2ms }").DelayModel);
        Assert.Equal(new ParetoNormalDelayOptions(mean, deviation), Of("delay: { kind: pareto-normal, mean: 20ms, deviation: 2ms }").DelayModel);
    }

    [Fact]
    public void Every_detail_becomes_its_options()
    {
        LinkOptions options = Of("rate: { rate: 8Mbps, overhead: -4B, cell: 48B, cell-overhead: 5B }, duplicate: { percent: 1%, correlation: 25% }, "
            + "corrupt: { percent: 2%, correlation: 50% }, reorder: { percent: 3%, correlation: 75%, gap: 5 }, keep-order: off, limit: 50, "
            + "slot: { min: 1ms, max: 2ms, packets: 3, bytes: 4KB }");
        Assert.Equal(DataRate.Mbps(8), options.Rate);
        Assert.Equal(new LinkFraming { PacketOverhead = -4, CellSize = 48, CellOverhead = 5 }, options.Framing);
        Assert.Equal((0.01, 0.25), (options.Duplicate, options.DuplicateCorrelation));
        Assert.Equal((0.02, 0.5), (options.Corrupt, options.CorruptCorrelation));
        Assert.Equal((0.03, 0.75, 5), (options.Reorder, options.ReorderCorrelation, options.ReorderGap));
        Assert.False(options.KeepOrder);
        Assert.Equal(50, options.Limit);
        Assert.Equal(new SlotOptions(TimeSpan.FromMilliseconds(1)) { Maximum = TimeSpan.FromMilliseconds(2), Packets = 3, Bytes = 4000 }, options.Slots);
    }

    [Fact]
    public void A_schedule_is_a_list_or_a_kind()
    {
        var list = Assert.IsType<StepScheduleOptions>(Of("schedule: [{ at: 0s, rate: 10Mbps }, { at: 5s, rate: 1Mbps, delay: 50ms, jitter: 1ms, loss: 2% }]").Schedule);
        Assert.Equal(
            [
                new(TimeSpan.Zero) { Rate = DataRate.Mbps(10) },
                new(TimeSpan.FromSeconds(5)) { Rate = DataRate.Mbps(1), Delay = TimeSpan.FromMilliseconds(50), Jitter = TimeSpan.FromMilliseconds(1), Loss = 0.02 },
            ],
            list.Steps);
        Assert.Null(list.Repeat);
        var repeated = Assert.IsType<StepScheduleOptions>(Of("schedule: { kind: steps, repeat: 10s, steps: [{ at: 0s, loss: 1% }] }").Schedule);
        Assert.Equal(TimeSpan.FromSeconds(10), repeated.Repeat);
        Assert.Equal(
            new CellularScheduleOptions(DataRate.Mbps(1), DataRate.Mbps(40)) { Factor = 1.5, Mobility = 0.25, Interval = TimeSpan.FromMilliseconds(50) },
            Of("schedule: { kind: cellular, min: 1Mbps, max: 40Mbps, step: 50%, mobility: 25%, interval: 50ms }").Schedule);
        Assert.Equal(
            new SatelliteScheduleOptions(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(30)),
            Of("schedule: { kind: satellite, min-delay: 10ms, max-delay: 30ms }").Schedule);
        Assert.Null(Of("schedule: none, slot: none, rules: none").Schedule);
    }

    [Fact]
    public void Rules_match_and_act()
    {
        IReadOnlyList<LinkRule> rules = Of("""rules: [{ match: 'tcp && dst port 80 && syn', drop: first 2 }, { delay: 5ms, packets: 3 }, { match: udp, set-ttl: 1 }, { mark-ce: every 2 }, { corrupt: 7 }]""").Rules;
        Assert.Equal([LinkAction.Drop, LinkAction.Delay, LinkAction.SetTimeToLive, LinkAction.MarkCongestion, LinkAction.Corrupt], rules.Select(rule => rule.Action));
        Assert.Equal("tcp && dst port 80 && syn", rules[0].Match.Text);
        Assert.Equal(PacketSelection.First(2).ToString(), rules[0].Packets.ToString());
        Assert.Equal(TimeSpan.FromMilliseconds(5), rules[1].ExtraDelay);
        Assert.Equal("3", rules[1].Packets.ToString());
        Assert.Equal(1, rules[2].Value);
    }

    [Fact]
    public void Files_are_named_from_the_scenarios_folder_and_told_of_when_they_are_wrong()
    {
        string folder = Directory.CreateTempSubdirectory("wavetank").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "up.trace"), "1\n5\n");
            File.WriteAllText(Path.Combine(folder, "bad.trace"), "1\nx\n");
            File.WriteAllText(Path.Combine(folder, "delays"), "7ms\n9ms\n");
            File.WriteAllText(Path.Combine(folder, "normal.dist"), "-8192 8192");
            File.WriteAllText(Path.Combine(folder, "lab.csv"), "time_s,rate_mbps\n0,10\n1,5\n");
            Assert.Equal([1, 5], Load("rate: { trace: up.trace }").DeliveryTrace!.Milliseconds);
            Assert.Equal(2, Assert.IsType<EmpiricalDelayOptions>(Load("delay: { kind: empirical, file: delays }").DelayModel).Delays.Count);
            Assert.Equal([-8192, 8192], Assert.IsType<DistributionFileDelayOptions>(Load("delay: { kind: distribution-file, file: normal.dist, mean: 9ms, deviation: 1ms }").DelayModel).Table);
            Assert.Equal(2, Assert.IsType<StepScheduleOptions>(Load("schedule: { kind: csv, file: lab.csv, repeat: 2s }").Schedule).Steps.Count);
            Assert.Equal("links[0].rate.trace: \"bad.trace\" line 2: \"x\" is not a time in whole milliseconds, such as 17", Problem("rate: { trace: bad.trace }"));
            Assert.Equal("links[0].rate.trace: \"no.trace\" is not there; files are named from the folder of the scenario file", Problem("rate: { trace: no.trace }"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        LinkOptions Load(string conditions)
        {
            string path = Path.Combine(folder, "lab.yaml");
            File.WriteAllText(path, Link.Replace("CONDITIONS", conditions, StringComparison.Ordinal));
            return ScenarioBuilder.Build(ScenarioFile.Load(path)).Network.Links.Single().Forward;
        }

        string Problem(string conditions)
        {
            ScenarioProblem problem = Assert.Single(Assert.Throws<ScenarioException>(() => Load(conditions)).Problems);
            return $"{problem.Path}: {problem.Message}";
        }
    }

    [Fact]
    public void A_direction_has_its_own_and_inherits_the_rest()
    {
        Link link = Build("loss: { kind: periodic, period: 5 }, delay: { kind: normal, mean: 20ms, deviation: 2ms }, limit: 9, forward: { loss: 1% }, backward: { loss: { kind: list, packets: 1 }, keep-order: off }");
        Assert.Equal((0.01, null), (link.Forward.Loss, link.Forward.LossModel));
        Assert.IsType<NormalDelayOptions>(link.Forward.DelayModel);
        Assert.Equal((0, new ListLossOptions(1)), (link.Backward.Loss, link.Backward.LossModel));
        Assert.Equal((9, 9), (link.Forward.Limit, link.Backward.Limit));
        Assert.Equal((true, false), (link.Forward.KeepOrder, link.Backward.KeepOrder));
    }

    [Fact]
    public void An_override_sets_a_mapping_or_a_part_of_one()
    {
        string text = Link.Replace("CONDITIONS", "loss: { kind: gilbert-elliott, p: 1%, r: 10% }", StringComparison.Ordinal);
        Assert.Equal(new GilbertElliottLossOptions(0.01, 0.5), Forward("links.client-server.loss.r=50%").LossModel);
        Assert.Equal(new PeriodicLossOptions(3), Forward("links.client-server.loss={kind: periodic, period: 3}").LossModel);
        Assert.Equal((0.05, null), (Forward("links.client-server.loss=5%").Loss, Forward("links.client-server.loss=5%").LossModel));
        Assert.Single(Forward("links.client-server.rules=[{match: tcp && syn, drop: 1}]").Rules);
        Assert.Equal(TimeSpan.FromMilliseconds(3), Forward("links.client-server.slot.min=3ms").Slots!.Minimum);

        LinkOptions Forward(string change) => ScenarioBuilder.Build(Lab.Parse(text, change)).Network.Links.Single().Forward;
    }

    [Fact]
    public void The_timeline_sets_mappings_and_takes_them_back()
    {
        List<string> seen = [];
        BuiltScenario built = ScenarioBuilder.Build(Lab.Parse(Link.Replace("CONDITIONS", "delay: 10ms, loss: 1%", StringComparison.Ordinal) + """
            timeline:
              - { at: 1s, set: client-server, loss: { kind: periodic, period: 7 }, delay: { kind: constant, delay: 30ms }, for: 2s }
              - { at: 2s, set: client-server, loss: 5%, schedule: [{ at: 0s, rate: 1Mbps }], rules: [{ drop: all }], for: 2s }
            """));
        for (double second = 0.5; second < 5; second++)
        {
            built.Network.At(TimeSpan.FromSeconds(second), () =>
            {
                LinkOptions options = built.Network.Links.Single().Forward;
                seen.Add($"{options.Loss} {options.LossModel?.GetType().Name} {options.Delay.TotalMilliseconds} {options.DelayModel?.GetType().Name} {options.Schedule?.GetType().Name} {options.Rules.Count}");
            });
        }

        built.Network.Run(TimeSpan.FromSeconds(6));
        Assert.Equal(
            [
                "0.01  10   0", "0 PeriodicLossOptions 0 ConstantDelayOptions  0", "0.05  0 ConstantDelayOptions StepScheduleOptions 1",
                "0.05  10  StepScheduleOptions 1", "0.01  10   0",
            ],
            seen);
    }

    [Fact]
    public void Drops_of_rules_are_a_metric_of_their_own()
    {
        const string text = """
            devices: { server: { kind: host }, client: { kind: host } }
            links: [{ between: [client, server], delay: 10ms, forward: { rules: [{ match: icmp, drop: first 3 }] } }]
            applications: [{ on: client, run: ping, to: server, count: 10 }]
            expect: [client-server.drops-link-rule == 3, client-server.drops-link-loss == 0]
            """;
        Assert.All(Runs.Execute(text).Expectations, expectation => Assert.True(expectation.Holds, expectation.Expectation.Text));
    }

    [Theory]
    [InlineData("loss: { kind: gilbert-eliott, p: 1% }", "links[0].loss.kind: \"gilbert-eliott\" is not a known loss model; did you mean \"gilbert-elliott\"?")]
    [InlineData("loss: { kind: gilbert-elliott }", "links[0].loss: lacks the key \"p\"; write, for example, p: 1%")]
    [InlineData("loss: { p: 1% }", "links[0].loss: lacks the key \"kind\"")]
    [InlineData("loss: { kind: periodic, period: 0 }", "links[0].loss.period: \"0\" is out of range; 1 to 2147483647 is right")]
    [InlineData("loss: { kind: four-state, p13: 60%, p14: 60% }", "links[0].loss.p14: leads away from the gap as p13 does; together they are at most 100%")]
    [InlineData("loss: { kind: list }", "links[0].loss: lacks the numbers of packets")]
    [InlineData("loss: { kind: list, packets: 0 }", "links[0].loss.packets: \"0\" is not a packet's number")]
    [InlineData("loss: [1%]", "links[0].loss: takes a value such as 1%, not a list")]
    [InlineData("delay: { kind: normal, mean: 20ms, deviation: 2ms }, jitter: 1ms", "links[0].jitter: is for a plain delay")]
    [InlineData("rate: { rate: 1Mbps, trace: x }", "links[0].rate.trace: takes the place of a rate; leave one of the two out")]
    [InlineData("rate: { cell-overhead: 5B }", "links[0].rate.cell-overhead: is of cells, and there are none")]
    [InlineData("rate: { rate: 1Mbps, overhead: 2000B }", "links[0].rate.overhead: \"2000B\" is out of range; -1000 to 1000 is right")]
    [InlineData("slot: 5ms", "links[0].slot: takes a value such as { min: 5ms, max: 10ms, packets: 20 }, not \"5ms\"")]
    [InlineData("slot: { min: 5ms, max: 1ms }", "links[0].slot.max: is below min, 5ms")]
    [InlineData("schedule: [{ at: 5s, rate: 1Mbps }, { at: 5s, rate: 2Mbps }]", "links[0].schedule: Step 2 of the schedule does not begin after step 1; each is later than the one before.")]
    [InlineData("schedule: []", "links[0].schedule: A schedule has 1 to 100000 steps, and this one has 0.")]
    [InlineData("schedule: satellite", "links[0].schedule: \"satellite\" is a kind; write { kind: satellite, min-delay: 50ms, max-delay: 50ms }")]
    [InlineData("schedule: [{ rate: 1Mbps }]", "links[0].schedule[0]: lacks the key \"at\"")]
    [InlineData("schedule: { kind: cellular, min: 2Mbps, max: 1Mbps }", "links[0].schedule.max: is below min, 2Mbps")]
    [InlineData("schedule: { kind: satellite, min-delay: 2ms, max-delay: 3ms, outage: 16s }", "links[0].schedule: Outage is zero or more, and less than Period.")]
    [InlineData("rules: [{ match: 'tpc && syn', drop: all }]", "links[0].rules[0].match: \"tpc && syn\" is no expression: at column 1, \"tpc\" is not a known word; did you mean \"tcp\"?")]
    [InlineData("rules: [{ match: 'tcp && ', drop: all }]", "links[0].rules[0].match: \"tcp && \" is no expression: at column 8, the end stands where a test is missing")]
    [InlineData("rules: [{ match: tcp }]", "links[0].rules[0]: does nothing; write one of drop, delay, duplicate, corrupt, mark-ce, set-ttl, set-dscp")]
    [InlineData("rules: [{ drop: all, delay: 5ms }]", "links[0].rules[0]: does drop and delay; a rule does one thing")]
    [InlineData("rules: [{ drop: last 2 }]", "links[0].rules[0].drop: \"last 2\" does not say which packets")]
    [InlineData("rules: [drop]", "links[0].rules[0]: takes a mapping as in [{ match: tcp && syn, drop: first 2 }], not \"drop\"")]
    [InlineData("rules: { drop: all }", "links[0].rules: takes a value such as [{ match: tcp && syn, drop: first 2 }], not a mapping")]
    [InlineData("limit: 0", "links[0].limit: \"0\" is out of range")]
    [InlineData("keep-order: no", "links[0].keep-order: \"no\" is neither on nor off")]
    public void A_mistake_is_told_once_with_its_path(string conditions, string problem) =>
        Assert.Contains(problem, Assert.Single(Lab.Problems(Link.Replace("CONDITIONS", conditions, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void The_same_scenario_is_the_same_run()
    {
        string text = Link.Replace(
            "CONDITIONS",
            "rate: { rate: 1Mbps, cell: 48B, cell-overhead: 5B }, delay: { kind: pareto-normal, mean: 20ms, deviation: 5ms, correlation: 25% }, loss: { kind: gilbert-elliott, p: 5%, r: 30% }, "
            + "reorder: { percent: 10%, gap: 3 }, keep-order: off, slot: { min: 1ms, max: 4ms }, schedule: { kind: cellular, min: 100kbps, max: 2Mbps }, rules: [{ match: icmp, duplicate: 20% }]",
            StringComparison.Ordinal).Replace("count: 1", "count: 50", StringComparison.Ordinal);
        Assert.Equal(Runs.Execute(text).Digest, Runs.Execute(text).Digest);
    }

    private static LinkOptions Of(string conditions) => Build(conditions).Forward;

    private static Link Build(string conditions) =>
        ScenarioBuilder.Build(Lab.Parse(Link.Replace("CONDITIONS", conditions, StringComparison.Ordinal))).Network.Links.Single();
}
