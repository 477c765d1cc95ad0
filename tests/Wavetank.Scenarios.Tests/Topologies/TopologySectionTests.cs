using Wavetank.Devices;
using Wavetank.Devices.Topologies;
using Wavetank.Links;
using Wavetank.Links.Places;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Topologies;

/// <summary>The section <c>topology</c>: names, groups, conditions, and what is wrong with it.</summary>
public sealed class TopologySectionTests : IDisposable
{
    private const string Server = "\napplications: [{ on: host-1, run: udp-echo-server, port: 7 }]\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("wavetank-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Devices_and_links_are_named_like_counted_ones()
    {
        ScenarioResult result = Runs.Execute("""
            duration: 5s
            topology:
              - { kind: dumbbell, pairs: 3, access: { rate: 100Mbps, delay: 1ms }, bottleneck: { rate: 10Mbps, delay: 20ms, queue: codel, backward: { loss: 0% } }, host: { congestion-control: reno } }
              - { kind: world, prefix: wan, regions: [paris, tokyo] }
            links: [{ between: [router-2, wan-paris], delay: 2ms }]
            applications:
              - { on: left, run: tcp-echo-server, port: 7 }
              - { on: right, run: tcp-echo-client, to: "left-1:7", count: 2 }
              - { on: wan-host, run: udp-echo-client, to: "right-1:9", count: 1 }
              - { on: right-1, run: udp-echo-server, port: 9 }
            timeline:
              - { at: 100ms, set: access-links, delay: 2ms }
              - { at: 3s, cut: bottleneck, for: 1s }
              - { at: 3s, cut: right-3-router-2, for: 1s }
            expect:
              - right.count == 8
              - right-2.count == 2
              - host.count == 11
              - wan-host.count == 2
              - wan-tokyo-host-1.round-trip.min > 190ms
              - wan-tokyo-host.count == 1
              - bottleneck.forward.packets > 10
              - access-links.drops == 0
              - wan-core-links.packets > 1
            """);

        Assert.Equal([], result.Expectations.Where(expectation => !expectation.Holds).Select(expectation => $"{expectation.Expectation.Text}: {expectation.Measured}"));
        Assert.Equal(8, result.Faults.Count);
    }

    [Fact]
    public void Links_have_the_conditions_of_their_group_and_hosts_and_routers_what_all_of_them_have()
    {
        Network network = Build("""
            topology: { kind: leaf-spine, prefix: dc, access: { preset: fibre, backward: { loss: 1% } }, core: { delay: 5us, mtu: 9000B, cost: 7 }, host: { congestion-control: bbr }, router: { equal-cost-paths: off } }
            """ + Server.Replace("host-1", "dc-host-1"));
        Link access = network.Links.Single(link => link.Name == "dc-host-7-dc-leaf-2"), core = network.Links.Single(link => link.Name == "dc-leaf-1-dc-spine-2");

        Assert.Equal((DataRate.Mbps(5), DataRate.Mbps(20), 0, 0.01), (access.Forward.Rate, access.Backward.Rate, access.Forward.Loss, access.Backward.Loss));
        Assert.Equal((TimeSpan.FromMicroseconds(5), 9000), (core.Forward.Delay, core.Forward.Mtu));
        Assert.All(network.Devices.OfType<Host>(), host => Assert.Equal("bbr", host.Tcp.CongestionControl));
        Assert.All(network.Devices.OfType<Router>(), router => Assert.False(router.UsesEqualCostPaths));
        Assert.Contains("cost=\"7\"", TopologyText.ToDot(network), StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_has_the_delays_of_its_distances_unless_it_says_others()
    {
        TimeSpan distance = KnownPlaces.Find("paris").PropagationDelayTo(KnownPlaces.Find("tokyo"));
        Link With(string core) => Build($"topology: {{ kind: world, regions: [paris, tokyo]{core} }}\napplications: [{{ on: host, run: udp-echo-server, port: 7 }}]\n").Links[0];

        Assert.Equal(distance, With("").Forward.Delay);
        Assert.Equal(KnownPlaces.Find("paris").PropagationDelayTo(KnownPlaces.Find("tokyo"), 1.5), With(", core: { path-inflation: 1.5 }").Backward.Delay);
        Assert.Equal((TimeSpan.FromMilliseconds(5), distance), (With(", core: { forward: { delay: 5ms } }").Forward.Delay, With(", core: { forward: { delay: 5ms } }").Backward.Delay));
    }

    [Fact]
    public void A_partition_parts_the_members_of_groups_and_what_hangs_on_routers()
    {
        ScenarioResult result = Runs.Execute("""
            duration: 3s
            topology: { kind: dumbbell, pairs: 2 }
            applications:
              - { on: right-2, run: udp-echo-server, port: 7 }
              - { on: left, run: udp-echo-client, to: "right-2:7", count: 1, start: 1s, timeout: 1s }
              - { on: right-1, run: udp-echo-client, to: "right-2:7", count: 1, start: 1s }
            timeline: [{ at: 500ms, partition: [left, router-2] }]
            expect: [left.errors == 2, right-1.count == 1]
            """);

        Assert.All(result.Expectations, expectation => Assert.True(expectation.Holds, expectation.Expectation.Text));
    }

    [Fact]
    public void Rules_of_its_links_name_its_devices()
    {
        ScenarioResult result = Runs.Execute("""
            duration: 3s
            topology: { kind: star, hosts: 3, access: { rules: [{ match: src host host-2, drop: all }] } }
            applications:
              - { on: host-1, run: udp-echo-server, port: 7 }
              - { on: host-2, run: udp-echo-client, to: "host-1:7", count: 1, timeout: 1s }
              - { on: host-3, run: udp-echo-client, to: "host-1:7", count: 1 }
            expect: [host-2.errors == 1, host-3.count == 1]
            """);

        Assert.All(result.Expectations, expectation => Assert.True(expectation.Holds, expectation.Expectation.Text));
    }

    [Fact]
    public void A_scenario_and_code_make_the_same_network()
    {
        using var network = new Network(seed: 5);
        network.AddRandomGeometric(12, 0.4);
        Assert.Equal(TopologyText.ToDot(network), TopologyText.ToDot(Build("seed: 5\ntopology: { kind: random-geometric, routers: 12, radius: 0.4 }" + Server)));
    }

    [Fact]
    public void What_is_written_of_a_scenario_can_be_imported_again()
    {
        Network network = Build("topology: { kind: tree, access: { rate: 5Mbps, loss: 1% }, core: { delay: 3.5ms, backward: { delay: 4ms, cost: 3 } } }" + Server);
        File.WriteAllText(Path.Combine(_folder, "tree.graphml"), TopologyText.ToGraphML(network));
        File.WriteAllText(Path.Combine(_folder, "tree.gv"), TopologyText.ToDot(network));

        Assert.Equal(TopologyText.ToDot(network), TopologyText.ToDot(Load("topology: { from: tree.graphml }" + Server)));
        Assert.Equal(TopologyText.ToDot(network), TopologyText.ToDot(Load("topology: { kind: import, from: tree.gv }" + Server)));
    }

    [Fact]
    public void What_the_file_says_of_a_link_goes_before_what_the_scenario_says_of_all()
    {
        File.WriteAllText(Path.Combine(_folder, "lab.dot"), """
            graph { node [kind=host]; subgraph rack { a; b } s [kind=switch]; r [kind=router]
              a -- s; b -- s [rate="1Mbps", backward_rate="unlimited"]; s -- r [loss="2%"]; c -- r [delay="9ms"] }
            """);
        Network network = Load("""
            topology: { from: lab.dot, prefix: x, access: { preset: very-bad }, core: { loss: { kind: gilbert-elliott, p: 1%, r: 9% }, delay: 4ms } }
            applications: [{ on: x-rack, run: udp-echo-server, port: 7 }]
            timeline: [{ at: 1s, partition: [x-s, x-c] }]
            """);
        Link Find(string name) => network.Links.Single(link => link.Name == name);

        Assert.Equal((DataRate.Mbps(1), DataRate.Unlimited), (Find("x-b-x-s").Forward.Rate, Find("x-b-x-s").Backward.Rate));
        Assert.Equal(Find("x-a-x-s").Forward.Loss, Find("x-b-x-s").Forward.Loss);
        Assert.Equal(TimeSpan.FromMilliseconds(9), Find("x-c-x-r").Forward.Delay);
        Assert.Equal((0.02, true, TimeSpan.FromMilliseconds(4)), (Find("x-s-x-r").Forward.Loss, Find("x-s-x-r").Forward.LossModel is null, Find("x-s-x-r").Forward.Delay));
    }

    [Theory]
    [InlineData("{ kind: star, host: 3 }", "lab.yaml:1:31: topology.host: takes a mapping such as { congestion-control: bbr }, not \"3\"")]
    [InlineData("{ kind: star, hots: 3 }", "lab.yaml:1:25: topology.hots: \"hots\" is not a known key; did you mean \"host\"? (known: kind, prefix, host, router, hosts, access)")]
    [InlineData("{ kind: rign }", "lab.yaml:1:19: topology.kind: \"rign\" is not a known kind of topology; did you mean \"ring\"? (known: pair, star, line, ring, tree, full-mesh, dumbbell, leaf-spine, fat-tree, random-geometric, barabasi-albert, world, import)")]
    [InlineData("{ hosts: 3 }", "lab.yaml:1:11: topology: lacks the key \"kind\"; write, for example, kind: star, or from: europe.graphml")]
    [InlineData("star", "lab.yaml:1:11: topology: takes a mapping such as { kind: star, hosts: 5 }, not \"star\"")]
    [InlineData("[]", "lab.yaml:1:11: topology: is empty; write a topology such as { kind: star, hosts: 5 }, or leave it out")]
    [InlineData("{ kind: ring, routers: 2 }", "lab.yaml:1:34: topology.routers: \"2\" is out of range; 3 to 100000 is right")]
    [InlineData("{ kind: fat-tree, ports: 5 }", "lab.yaml:1:11: topology: A fat tree is made of switches with an even number of ports, 2 to 64.")]
    [InlineData("{ kind: star, access: { los: 1% } }", "lab.yaml:1:35: topology.access.los: \"los\" is not a known key; did you mean \"loss\"? (known: preset, path-inflation, rate, delay, jitter, keep-order, loss, loss-ecn, duplicate, reorder, corrupt, slot, limit, schedule, rules, cost, queue, mtu, forward, backward)")]
    [InlineData("{ kind: star, access: { delay: 5 } }", "lab.yaml:1:42: topology.access.delay: \"5\" has no unit; write 5ms (units: ns, us, ms, s, min, h)")]
    [InlineData("{ kind: star, access: { path-inflation: 2 } }", "lab.yaml:1:51: topology.access.path-inflation: is about the distance between two places, but no two devices that these links join have them")]
    [InlineData("{ kind: world, regions: [tokio, paris] }", "lab.yaml:1:36: topology.regions[0]: \"tokio\" is not a known place; did you mean \"tokyo\"?")]
    [InlineData("{ kind: world, regions: [paris, paris] }", "lab.yaml:1:11: topology: The region 'paris' is there twice.")]
    [InlineData("[{ kind: star }, { kind: ring }]", "lab.yaml:1:28: topology[1]: has the name \"router\", which already belongs to topology[0] (line 1); give the topology a prefix of its own, such as prefix: dc")]
    [InlineData("{ kind: full-mesh, routers: 400, hosts: 300 }", "lab.yaml:1:11: topology: It makes 120000 devices or levels; 0 to 100000 can be.")]
    [InlineData("{ from: none.dot }", "none.dot: does not exist")]
    [InlineData("{ from: lab.txt }", "lab.yaml:1:11: topology: \"lab.txt\" is in no format that is known by its ending; known are .graphml, .xml, .dot, .gv")]
    public void A_mistake_is_told_once_with_its_remedy(string topology, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Lab.Problems($"topology: {topology}{Server}")), StringComparison.Ordinal);

    [Fact]
    public void A_mistake_in_an_imported_file_has_its_place_there()
    {
        string file = Path.Combine(_folder, "bad.dot"), scenario = Path.Combine(_folder, "lab.yaml");
        File.WriteAllText(file, "graph {\n  a [kind=hots]\n  a -- b [dely=\"1ms\"]\n}");
        File.WriteAllText(scenario, "topology: { from: bad.dot }\nseed: x" + Server);

        Assert.Equal(
            [
                $"{scenario}:2:7: seed: \"x\" is not a whole number; write digits alone, such as 10",
                $"{file}:2:11: \"hots\" is not a known kind of device; did you mean \"host\"? (known: host, router, switch, nat, firewall)",
                $"{file}:3:16: \"dely\" is not a known attribute; did you mean \"delay\"?",
            ],
            Assert.Throws<ScenarioException>(() => ScenarioFile.Load(scenario)).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_name_of_a_topology_that_is_wrong_elsewhere_is_told_with_a_suggestion() =>
        Assert.Equal(
            [
                "lab.yaml:2:22: applications[0].on: \"hosts-1\" is not a known device; did you mean \"host-1\"? (known: router, host, router-1, host-1, host-2, host-3, host-4)",
                "lab.yaml:3:27: timeline[0].cut: \"acces-links\" is not a known link; did you mean \"access-links\"? (known: access-links, host-1-router-1, host-2-router-1, host-3-router-1, host-4-router-1)",
            ],
            Lab.Problems("topology: { kind: star }\napplications: [{ on: hosts-1, run: udp-echo-server, port: 7 }]\ntimeline: [{ at: 1s, cut: acces-links }]\n"));

    [Fact]
    public void A_group_takes_in_its_members_where_names_of_applications_meet() =>
        Assert.Contains(
            "is the second application named \"udp-echo-server\"",
            Assert.Single(Lab.Problems("topology: { kind: dumbbell }\napplications: [{ on: host, run: udp-echo-server, port: 7 }, { on: left-2, run: udp-echo-server, port: 8 }]")), StringComparison.Ordinal);

    [Fact]
    public void A_row_can_be_added_from_outside()
    {
        Option arms = NewOption.Count("arms", "How many hosts there are.", 3);
        ScenarioTables.Topologies.Add(new TopologyKind("sun", "Hosts around a switch.", (values, _) =>
        {
            var plan = new TopologyPlan();
            plan.Add(new PlannedDevice("middle", PlannedDeviceKind.Switch));
            for (int i = 1; i <= values.Count(arms); i++)
            {
                plan.Add(new PlannedDevice($"ray-{i}", PlannedDeviceKind.Host) { Group = "ray" });
                plan.Add(new PlannedLink($"ray-{i}", "middle", "rays"));
            }

            return plan;
        }, arms)
        { LinkGroups = ["rays"] });
        try
        {
            Network network = Build("topology: { kind: sun, arms: 5, rays: { delay: 3ms } }\napplications: [{ on: ray, run: udp-echo-server, port: 7 }]\n");
            Assert.Equal((6, 5), (network.Devices.Count, network.Links.Count));
            Assert.All(network.Links, link => Assert.Equal(TimeSpan.FromMilliseconds(3), link.Forward.Delay));
        }
        finally
        {
            ScenarioTables.Topologies.Remove("sun");
        }
    }

    private static Network Build(string text) => ScenarioBuilder.Build(Lab.Parse(text)).Network;

    private Network Load(string text)
    {
        string file = Path.Combine(_folder, "lab.yaml");
        File.WriteAllText(file, text);
        return ScenarioBuilder.Build(ScenarioFile.Load(file)).Network;
    }
}
