using Wavetank.Devices;
using Wavetank.Devices.Topologies;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices.Topologies;

public sealed class GeneratorTests
{
    private static readonly Dictionary<string, (Func<Network, Topology> Add, int Hosts, int Routers, int Links)> Kinds = new()
    {
        ["pair"] = (network => network.AddPair(), 2, 0, 1),
        ["star"] = (network => network.AddStar(5), 5, 1, 5),
        ["line"] = (network => network.AddLine(4), 4, 4, 3 + 4),
        ["ring"] = (network => network.AddRing(5), 5, 5, 5 + 5),
        ["tree"] = (network => network.AddTree(2, 3), 9, 13, 12 + 9),
        ["full-mesh"] = (network => network.AddFullMesh(5), 5, 5, 10 + 5),
        ["dumbbell"] = (network => network.AddDumbbell(3), 6, 2, 1 + 6),
        ["leaf-spine"] = (network => network.AddLeafSpine(4, 2, 3), 12, 6, 8 + 12),
        ["fat-tree"] = (network => network.AddFatTree(4), 16, 20, 32 + 16),
        ["barabasi-albert"] = (network => network.AddBarabasiAlbert(20, 2), 20, 20, 1 + (2 * 18) + 20),
    };

    public static TheoryData<string> Names() => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_the_devices_and_links_of_its_definition(string kind)
    {
        using var network = new Network();
        Topology made = Kinds[kind].Add(network);

        Assert.Equal((Kinds[kind].Hosts, Kinds[kind].Routers, Kinds[kind].Links), (made.Hosts.Count, made.Routers.Count, made.Links.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_first_host_and_its_last_reach_each_other(string kind)
    {
        using var network = new Network();
        Topology made = Kinds[kind].Add(network);
        AssertReaches(network, made.Hosts[0], made.Hosts[^1]);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.4)]
    public void Every_place_of_a_random_geometric_network_is_reached(double radius)
    {
        using var network = new Network();
        Topology made = network.AddRandomGeometric(40, radius);
        foreach (Host host in made.Hosts.Skip(1))
        {
            AssertReaches(network, made.Hosts[0], host);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void Places_of_a_random_geometric_network_are_joined_up_to_the_radius_and_pieces_once_each(double radius)
    {
        const int Routers = 60;
        var random = new RandomStream(5, "places");
        (double X, double Y)[] places = [.. Enumerable.Range(0, Routers).Select(_ => (random.NextDouble(), random.NextDouble()))];
        bool IsNear(int i, int j) => Math.Pow(places[i].X - places[j].X, 2) + Math.Pow(places[i].Y - places[j].Y, 2) <= radius * radius;
        List<(int, int)> near = [.. from i in Enumerable.Range(0, Routers) from j in Enumerable.Range(0, i) where IsNear(i, j) select (j, i)];
        int[] piece = [.. Enumerable.Range(0, Routers)];
        foreach ((int j, int i) in near)
        {
            int old = piece[i];
            piece = [.. piece.Select(one => one == old ? piece[j] : one)];
        }

        HashSet<string> made = [.. TopologyPlan.RandomGeometric(new RandomStream(5, "places"), Routers, radius, hosts: 0).Links.Select(link => link.Name!)];

        Assert.Superset(near.Select(pair => $"router-{pair.Item1 + 1}-router-{pair.Item2 + 1}").ToHashSet(), made);
        Assert.Equal(near.Count + piece.Distinct().Count() - 1, made.Count);
    }

    [Fact]
    public void Random_networks_follow_from_the_seed()
    {
        Assert.Equal(LinksOf(3), LinksOf(3));
        Assert.NotEqual(LinksOf(3), LinksOf(4));
    }

    [Fact]
    public void A_leaf_spine_of_ten_thousand_hosts_does_nothing_while_it_is_idle()
    {
        using var network = new Network();
        Topology made = network.AddLeafSpine(100, 8, 100);
        RunResult idle = network.Run(TimeSpan.FromHours(1));

        Assert.Equal((10_000, 10_800), (made.Hosts.Count, made.Links.Count));
        Assert.Equal(0, idle.EventsFired);
        AssertReaches(network, made.Hosts[0], made.Hosts[^1]);
    }

    [Fact]
    public void A_network_is_written_for_Graphviz_and_for_Mermaid()
    {
        using var network = new Network();
        Host a = network.AddHost("a");
        Router end = network.AddRouter("end");
        network.Connect(a, end);
        network.Connect(a, end, new LinkOptions(), "spare");

        Assert.Equal(
            "graph network {\n  \"a\" [kind=host, shape=box];\n  \"end\" [kind=router, shape=ellipse];\n  \"a\" -- \"end\";\n  \"a\" -- \"end\" [label=\"spare\", name=\"spare\"];\n}\n",
            TopologyText.ToDot(network));
        Assert.Equal(
            "graph LR\n  d1[\"a\"]\n  d2((\"end\"))\n  d1 --- d2\n  d1 ---|\"spare\"| d2\n", TopologyText.ToMermaid(network));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        using var network = new Network();
        Assert.Throws<ArgumentOutOfRangeException>(() => network.AddStar(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.AddRing(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.AddTree(60, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.AddFatTree(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.AddLeafSpine(50_000, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.AddBarabasiAlbert(3, 3));
        Assert.Empty(network.Devices);
    }

    private static string LinksOf(ulong seed)
    {
        using var network = new Network(seed);
        network.AddRandomGeometric(30, 0.3);
        using var other = new Network(seed);
        other.AddBarabasiAlbert(30, 2);
        return string.Join(' ', network.Links.Concat(other.Links).Select(link => link.Name));
    }

    private static void AssertReaches(Network network, Host from, Host to)
    {
        network.Run(TimeSpan.FromSeconds(1));
        using UdpProbe sender = new(from), receiver = new(to, 9);
        sender.Send(Addresses.At(to, 9), 1);
        network.Run(TimeSpan.FromSeconds(1));
        Assert.NotNull(receiver.TryReceive());
    }
}
