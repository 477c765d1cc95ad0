using FsCheck;
using FsCheck.Xunit;
using Wavetank.Devices;
using Wavetank.Devices.Topologies;
using Wavetank.Links;
using Wavetank.Scenarios.Graphs;

namespace Wavetank.Scenarios.Tests.Graphs;

/// <summary>What is written of a network reads back as the same network; whatever else is read gives a plan or its problems.</summary>
public sealed class GraphRoundTripTests
{
    [Fact]
    public void A_network_of_every_kind_of_device_reads_back_as_it_was() => AssertReadsBack(network =>
    {
        Host a = network.AddHost("a"), b = network.AddHost("b");
        Router r = network.AddRouter("r");
        Switch s = network.AddSwitch("s");
        Nat n = network.AddNat("n");
        Firewall f = network.AddFirewall("f");
        network.Connect(a, s);
        network.Connect(r, s, new LinkOptions { Delay = TimeSpan.FromTicks(12_345), Jitter = TimeSpan.FromTicks(7), Rate = DataRate.Mbps(2.5), Loss = 0.1 / 3, Mtu = 9000 });
        network.Connect(
            r, n, new LinkOptions { Delay = TimeSpan.FromSeconds(2), Loss = 1, Reorder = 0.25 }, new LinkOptions { Rate = new DataRate(1_234_567), Duplicate = 1e-9, Corrupt = 0.5 }, "up-link");
        network.SetCost(network.Connect(n, f), 3, 65_535);
        network.Connect(f, b);
        network.Connect(f, b);
    });

    [Property(MaxTest = 60)]
    public void A_drawn_network_reads_back_as_it_was(ulong seed, PositiveInt delay, PositiveInt rate)
    {
        AssertReadsBack(network => network.AddBarabasiAlbert(12, 2, new LinkOptions { Delay = TimeSpan.FromTicks(delay.Get), Rate = new DataRate(rate.Get), Loss = 1.0 / rate.Get }), seed);
        AssertReadsBack(network => network.AddRandomGeometric(12, 0.3), seed);
    }

    [Property(MaxTest = 1000)]
    public bool Arbitrary_text_gives_a_plan_or_its_problems(string? text) =>
        IsWellBehaved(() => GraphText.FromDot(text ?? "")) && IsWellBehaved(() => GraphText.FromGraphML(text ?? ""));

    // The languages' own signs in any order reach further than letters do.
    [Property(MaxTest = 3000)]
    public bool Arbitrary_signs_of_dot_give_a_plan_or_their_problems(byte[] bytes)
    {
        string[] signs = ["graph", "digraph", "strict", "subgraph", "node", "edge", "{", "}", "{", "}", "[", "]", "--", "->", "=", ";", ",", ":", "+", "\"", "<", ">", "a", "b", "1.5", "-", "#", "\n", "//", "/*", "*/", "\\", " ", "kind", "host", "delay", "é", "\ud800"];
        return IsWellBehaved(() => GraphText.FromDot("graph {" + string.Concat(bytes.Select(b => signs[b % signs.Length] + (b > 127 ? " " : "")))));
    }

    [Property(MaxTest = 2000)]
    public bool Arbitrary_signs_of_GraphML_give_a_plan_or_their_problems(byte[] bytes)
    {
        string[] signs = ["<graph>", "</graph>", "<node id='a'>", "</node>", "<node id='b'/>", "<edge source='a' target='b'>", "<edge source='b' target='a'/>", "</edge>", "<data key='kind'>", "host", "</data>", "<key id='kind' for='node'>", "<default>", "</default>", "</key>", "<", ">", "&lt;", "&x;", "]]>", "<![CDATA[", "<!--", "-->", "é"];
        return IsWellBehaved(() => GraphText.FromGraphML("<graphml>" + string.Concat(bytes.Select(b => signs[b % signs.Length]))));
    }

    [Fact]
    public void What_a_few_words_ask_for_is_bounded()
    {
        string set = $"{{ {string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"n{i}"))} }}";
        Assert.Contains("joins too many nodes", Assert.Throws<GraphTextException>(() => GraphText.FromDot($"strict graph {{ {set} -- {set} -- {set} -- {set} }}")).Message, StringComparison.Ordinal);

        string deep = string.Concat(Enumerable.Repeat("{", 100_000));
        Assert.Contains("nested deeper", Assert.Throws<GraphTextException>(() => GraphText.FromDot($"graph {deep}")).Message, StringComparison.Ordinal);

        string attributes = string.Concat(Enumerable.Range(0, 300).Select(i => $"x{i}=1 "));
        Assert.Contains("attribute too many", Assert.Throws<GraphTextException>(() => GraphText.FromDot($"graph {{ node [{attributes}] }}")).Message, StringComparison.Ordinal);
    }

    private static void AssertReadsBack(Action<Network> build, ulong seed = 1)
    {
        using var network = new Network(seed);
        build(network);
        using Network fromDot = new(), fromGraphML = new();
        fromDot.AddTopology(GraphText.FromDot(TopologyText.ToDot(network)));
        fromGraphML.AddTopology(GraphText.FromGraphML(TopologyText.ToGraphML(network)));

        Assert.Equal(Describe(network), Describe(fromDot));
        Assert.Equal(Describe(network), Describe(fromGraphML));

        // This has the costs, too.
        Assert.Equal(TopologyText.ToDot(network), TopologyText.ToDot(fromDot));
        Assert.Equal(TopologyText.ToDot(network), TopologyText.ToDot(fromGraphML));
    }

    private static string[] Describe(Network network) =>
    [
        .. network.Devices.Select(device => $"{device.GetType().Name} {device.Name}"),
        .. network.Links.Select(link => $"{link.Name} {link.FirstInterface} {link.SecondInterface} {link.Forward} {link.Backward}"),
    ];

    private static bool IsWellBehaved(Func<TopologyPlan> read)
    {
        try
        {
            return read().Devices.Count > 0;
        }
        catch (GraphTextException exception)
        {
            return exception.Problems.Count is > 0 and <= 101 && exception.Problems.All(problem => problem.Message.Length is > 0 and < 1000 && !problem.Message.Any(char.IsControl));
        }
    }
}
