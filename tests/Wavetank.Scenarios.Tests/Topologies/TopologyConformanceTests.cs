using Wavetank.Devices;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Topologies;

/// <summary>Each row of the table of topologies against its definition: devices, links, degrees of the routers, diameter.</summary>
public sealed class TopologyConformanceTests : IDisposable
{
    // Degrees are those of the routers, hosts among their neighbours; null where they are drawn.
    private static readonly Dictionary<string, (string Options, int Hosts, int Routers, int Links, string? Degrees, int? Diameter)> Definitions = new()
    {
        ["pair"] = ("", 2, 0, 1, "", 1),
        ["star"] = ("hosts: 5", 5, 1, 5, "5", 2),
        ["line"] = ("routers: 4, hosts: 2", 8, 4, 3 + 8, "3 3 4 4", 2 + 3),
        ["ring"] = ("routers: 5", 5, 5, 5 + 5, "3 3 3 3 3", 2 + (5 / 2)),
        ["tree"] = ("depth: 2, fan-out: 3", 9, 1 + 3 + 9, 12 + 9, "2 2 2 2 2 2 2 2 2 3 4 4 4", 2 + (2 * 2)),
        ["full-mesh"] = ("routers: 5", 5, 5, 10 + 5, "5 5 5 5 5", 2 + 1),
        ["dumbbell"] = ("pairs: 3", 6, 2, 1 + 6, "4 4", 2 + 1),
        ["leaf-spine"] = ("leaves: 4, spines: 2, hosts: 3", 12, 6, 8 + 12, "4 4 5 5 5 5", 2 + 2),
        ["fat-tree"] = ("ports: 4", 16, 20, 32 + 16, string.Join(' ', Enumerable.Repeat(4, 20)), 2 + 4),
        ["random-geometric"] = ("routers: 15, radius: 1.5", 15, 15, (15 * 14 / 2) + 15, string.Join(' ', Enumerable.Repeat(15, 15)), 2 + 1),
        ["barabasi-albert"] = ("routers: 20, links: 3", 20, 20, 3 + (3 * 17) + 20, null, null),
        ["world"] = ("regions: [frankfurt, tokyo, sydney], hosts: 2", 6, 3, 3 + 6, "4 4 4", 2 + 1),
        ["import"] = ("from: FILE, hosts: 1", 2, 2, 2 + 2, "2 2", 2 + 2),
    };

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"wavetank-{Guid.NewGuid():N}.dot");

    public TopologyConformanceTests() => File.WriteAllText(_file, "graph { a -- b; node [kind=router]; edge [delay=\"1ms\"] b [kind=switch]; a; c -- b }");

    public static TheoryData<string> Rows => [.. ScenarioTables.Topologies.Names];

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_is_as_its_definition_says(string kind)
    {
        var (options, hosts, routers, links, degrees, diameter) = Definitions[kind];
        Network network = Build($"{{ kind: {kind}{(options.Length > 0 ? $", {options}" : "")} }}");
        var shape = new NetworkShape(network);

        Assert.Equal((hosts, routers, links), (network.Devices.OfType<Host>().Count(), network.Devices.OfType<Router>().Count(), network.Links.Count));
        Assert.Equal(degrees ?? shape.RouterDegrees, shape.RouterDegrees);
        Assert.InRange(shape.Diameter, 1, diameter ?? int.MaxValue);
        Assert.Equal(diameter ?? shape.Diameter, shape.Diameter);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_can_be_made_of_its_defaults_and_twice_with_two_prefixes(string kind)
    {
        string file = kind == "import" ? ", from: FILE, hosts: 1" : "";
        Network once = Build($"{{ kind: {kind}{file} }}");
        Network twice = Build($"[{{ kind: {kind}, prefix: a{file} }}, {{ kind: {kind}, prefix: b{file} }}]", on: "a-host");

        Assert.Equal(2 * once.Devices.Count, twice.Devices.Count);
        Assert.Equal(once.Devices.Count, twice.Devices.Count(device => device.Name.StartsWith("a-", StringComparison.Ordinal)));
        Assert.All(twice.Links, link => Assert.Matches("^(a-.*-a-|b-.*-b-)", link.Name));
    }

    [Fact]
    public void Every_router_of_barabasi_and_albert_brings_its_links()
    {
        Network network = Build("{ kind: barabasi-albert, routers: 50, links: 3 }");
        int[] degrees = [.. new NetworkShape(network).RouterDegrees.Split(' ').Select(int.Parse)];

        // One more at each for its host. The first three are joined to each other.
        Assert.Equal((2 * (3 + (3 * 47))) + 50, degrees.Sum());
        Assert.Equal(3 + 1, degrees[0]);
        // A few have many: of a network drawn evenly none would have more than three times the mean.
        Assert.True(degrees[^1] > 12, $"The largest degree is {degrees[^1]}.");
    }

    [Theory]
    [InlineData("random-geometric")]
    [InlineData("barabasi-albert")]
    public void What_is_drawn_follows_from_the_seed_and_the_prefix(string kind)
    {
        string drawn = Links($"{{ kind: {kind} }}", seed: 3);
        Assert.Equal(drawn, Links($"{{ kind: {kind} }}", seed: 3));
        Assert.NotEqual(drawn, Links($"{{ kind: {kind} }}", seed: 4));
        Assert.NotEqual(drawn, Links($"{{ kind: {kind}, prefix: a }}", seed: 3, on: "a-host").Replace("a-", "", StringComparison.Ordinal));
    }

    private string Links(string topology, int seed, string on = "host") =>
        string.Join(' ', Build(topology, seed, on).Links.Select(link => link.Name));

    private Network Build(string topology, int seed = 1, string on = "host")
    {
        string text = topology.Replace("FILE", _file, StringComparison.Ordinal);
        return ScenarioBuilder.Build(Lab.Parse($"seed: {seed}\ntopology: {text}\napplications: [{{ on: {on}, run: udp-echo-server, port: 7 }}]\n")).Network;
    }
}
