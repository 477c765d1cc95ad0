using Wavetank.Devices.Topologies;
using Wavetank.Links;
using Wavetank.Scenarios.Graphs;

namespace Wavetank.Scenarios.Tests.Graphs;

/// <summary>What DOT says becomes of devices and links, by the grammar of The DOT Language (graphviz.org).</summary>
public sealed class DotReaderTests
{
    [Fact]
    public void A_chain_of_edges_joins_each_to_the_next() =>
        Assert.Equal("a-b b-c c-d", Links(GraphText.FromDot("graph { a -- b -- c; c -- d }")));

    [Fact]
    public void What_holds_for_nodes_and_edges_holds_from_there_on_and_ends_with_its_subgraph()
    {
        TopologyPlan plan = GraphText.FromDot("""
            graph lab {
              early;
              node [kind=host]; edge [delay="5ms", loss="1%"];
              a -- r;
              subgraph cluster_rack { node [kind=switch]; edge [delay="1us"]; s -- a [rate="1 Gbps"] }
              b -- a [delay="7ms"]
              r [kind=router]
            }
            """);

        Assert.Equal("early:Router a:Host r:Router s:Switch b:Host", string.Join(' ', plan.Devices.Select(device => $"{device.Name}:{device.Kind}")));
        Assert.Equal([5, 0.001, 7], plan.Links.Select(link => link.Forward.Delay!.Value.TotalMilliseconds));
        Assert.All(plan.Links, link => Assert.Equal((0.01, 0.01), (link.Forward.Loss, link.Backward.Loss)));
        Assert.Equal((DataRate.Gbps(1), null), (plan.Links[1].Forward.Rate, plan.Links[0].Forward.Rate));
        Assert.Equal([null, null, null, "rack", null], plan.Devices.Select(device => device.Group));
    }

    [Fact]
    public void An_edge_to_a_subgraph_is_one_to_each_of_its_nodes() =>
        Assert.Equal("hub-a hub-b a-x a-y b-x b-y", Links(GraphText.FromDot("graph { hub -- { a b } -- subgraph s { x; y } }")));

    [Fact]
    public void Two_directed_edges_are_the_two_directions_of_one_link()
    {
        TopologyPlan plan = GraphText.FromDot("digraph { a -> b [delay=\"1ms\", backward_loss=\"50%\"]; b -> a [delay=\"2ms\"]; b -> c [loss=0.5, backward_loss=0] }");

        Assert.Equal("a-b b-c", Links(plan));
        Assert.Equal((1, 2, null), (plan.Links[0].Forward.Delay!.Value.TotalMilliseconds, plan.Links[0].Backward.Delay!.Value.TotalMilliseconds, plan.Links[0].Backward.Loss));
        Assert.Equal((0.5, 0), (plan.Links[1].Forward.Loss, plan.Links[1].Backward.Loss));
    }

    [Theory]
    [InlineData("graph { a -- b; a -- b }", "a-b a-b-2")]
    [InlineData("strict graph { a -- b; b -- a }", "a-b")]
    [InlineData("/* one */ graph { // two\n# three\n \"a\" -- /* four */ \"b\" ; }", "a-b")]
    [InlineData("GRAPH g { a:port -- b:p:nw [label=<a <b>bold</b> one>]; rankdir=LR; graph [size=\"1,2\"] }", "a-b")]
    [InlineData("graph { \"ne\" + \"w\" -- \"york\\\ntown\" }", "new-yorktown")]
    [InlineData("graph { edge [name=uplink]; a -- b }", "uplink")]
    [InlineData("\uFEFFgraph{a--b}", "a-b")]
    public void Whatever_the_language_has_is_read(string text, string links) => Assert.Equal(links, Links(GraphText.FromDot(text)));

    [Fact]
    public void Names_that_devices_cannot_have_are_made_into_some() =>
        Assert.Equal(
            "new-york n1 sao-paulo a-2 a localhost-1 node",
            string.Join(' ', GraphText.FromDot("graph { \"New York\"; 1; x9_ [label=\"S\u00e3o  Paulo!\"]; A; a; localhost; \"***\" }").Devices.Select(device => device.Name)));

    [Theory]
    [InlineData("", "1:1: the end of the text cannot stand here: a graph begins with graph or digraph, such as graph lab { a -- b }")]
    [InlineData("graph {", "1:8: the end of the text cannot stand here: } is missing")]
    [InlineData("graph { a -- }", "1:14: \"}\" cannot stand here: a node, an edge or a subgraph stands here")]
    [InlineData("graph {\n  a -> b\n}", "2:5: \"->\" is for a digraph; in a graph an edge is written --")]
    [InlineData("graph { web-1 -- b }", "1:12: \"-\" has no meaning within a name; write names that have other signs than letters, digits and _ in quotes")]
    [InlineData("graph { a [kind=ruoter] }", "1:17: \"ruoter\" is not a known kind of device; did you mean \"router\"? (known: host, router, switch, nat, firewall)")]
    [InlineData("graph { a -- b [dealy=\"1ms\"] }", "1:23: \"dealy\" is not a known attribute; did you mean \"delay\"?")]
    [InlineData("graph { a -- b [delay=20] }", "1:23: delay: \"20\" has no unit; write 20ms (units: ns, us, ms, s, min, h)")]
    [InlineData("graph { a -- b [rate=\"10 baud\"] }", "1:22: rate: \"10 baud\" has an unknown unit \"baud\" (units: bps, kbps, Mbps, Gbps, Tbps)")]
    [InlineData("graph { a -- b [loss=2] }", "1:22: loss: \"2\" is no share; write a percentage such as 1%, or a number from 0 to 1")]
    [InlineData("graph { a -- b [mtu=9] }", "1:21: mtu: \"9\" is not right; a whole number from 68 to 65535 is")]
    [InlineData("graph { a -- a }", "1:11: joins \"a\" to itself; a link joins two devices")]
    [InlineData("graph { }", "has no nodes; a topology has at least one device")]
    [InlineData("graph { node [kind=switch] a -- b -- c -- a }", "1:40: closes a ring of switches, which have no spanning tree: packets would go round in it for ever; leave this edge out, or put a router in the ring")]
    [InlineData("graph { a [latitude=99, longitude=3] }", "1:21: \"99\" is no latitude; degrees from -90 to 90 are")]
    [InlineData("graph { a [label=\"x }", "1:18: begins a text in quotes that never ends; write the closing \"")]
    [InlineData("graph { a } graph { b }", "1:13: \"graph\" cannot stand here: a file holds one graph, which has ended")]
    public void A_mistake_is_told_with_its_place_and_its_remedy(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(Assert.Throws<GraphTextException>(() => GraphText.FromDot(text)).Problems).ToString());

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(
            [1, 2, 3],
            Assert.Throws<GraphTextException>(() => GraphText.FromDot("graph { a [kind=x]\n a -- b [rate=fast]\n b -- c [loss=much] }")).Problems.Select(problem => problem.Line));

    internal static string Links(TopologyPlan plan) => string.Join(' ', plan.Links.Select(link => link.Name));
}
