using Wavetank.Devices;
using Wavetank.Devices.Topologies;
using Wavetank.Links;
using Wavetank.Links.Places;
using Wavetank.Scenarios.Graphs;

namespace Wavetank.Scenarios.Tests.Graphs;

/// <summary>What GraphML says becomes of devices and links.</summary>
public sealed class GraphMLReaderTests
{
    // In the manner of the Internet Topology Zoo: keys with numbers for ids, places of nodes, speeds of edges.
    private const string Zoo = """
        <?xml version="1.0" encoding="utf-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key attr.name="Latitude" attr.type="double" for="node" id="d29" />
          <key attr.name="Longitude" attr.type="double" for="node" id="d30" />
          <key attr.name="label" attr.type="string" for="node" id="d33" />
          <key attr.name="LinkSpeedRaw" attr.type="double" for="edge" id="d35" />
          <key attr.name="Network" attr.type="string" for="graph" id="d6" />
          <graph edgedefault="undirected">
            <data key="d6">Two cities</data>
            <node id="0"><data key="d29">50.11</data><data key="d30">8.68</data><data key="d33">Frankfurt</data></node>
            <node id="1"><data key="d29">35.68</data><data key="d30">139.69</data><data key="d33">Tōkyō</data></node>
            <node id="2"><data key="d33">Nowhere</data></node>
            <edge source="0" target="1"><data key="d35">10000000000.0</data></edge>
            <edge source="1" target="2" />
          </graph>
        </graphml>
        """;

    [Fact]
    public void The_places_of_nodes_give_links_their_delay()
    {
        TopologyPlan plan = GraphText.FromGraphML(Zoo);
        using var network = new Network();
        Topology made = network.AddTopology(plan);

        Assert.Equal(["frankfurt", "tokyo", "nowhere"], made.Routers.Select(router => router.Name));
        Assert.Equal(DataRate.Gbps(10), made.Links[0].Backward.Rate);
        Assert.Equal(new Place(50.11, 8.68).PropagationDelayTo(new Place(35.68, 139.69)), made.Links[0].Forward.Delay);
        Assert.Equal(TimeSpan.Zero, made.Links[1].Forward.Delay);
    }

    [Fact]
    public void Defaults_directions_and_nested_graphs_are_read()
    {
        TopologyPlan plan = GraphText.FromGraphML("""
            <graphml><key id="k" for="node" attr.name="kind"><default>host</default></key><key id="d" for="edge" attr.name="delay"><default>3ms</default></key>
            <graph edgedefault="directed"><desc>x</desc><node id="a"><port name="p"/></node><node id="b"><data key="k">router</data><graph edgedefault="undirected"><node id="inner"/></graph></node>
            <edge source="a" target="b"><data key="d">1ms</data></edge><edge source="b" target="a"/><edge directed="false" source="b" target="inner"/></graph></graphml>
            """);

        Assert.Equal("a:Host: b:Router: inner:Host:b", string.Join(' ', plan.Devices.Select(device => $"{device.Name}:{device.Kind}:{device.Group}")));
        Assert.Equal("a-b b-inner", DotReaderTests.Links(plan));
        Assert.Equal((1, 3), (plan.Links[0].Forward.Delay!.Value.TotalMilliseconds, plan.Links[0].Backward.Delay!.Value.TotalMilliseconds));
    }

    [Theory]
    [InlineData("<graphml>", "1:10: is not XML: ")]
    [InlineData("plain", "1:1: is not XML: ")]
    [InlineData("<svg/>", "1:2: \"svg\" is not the element that GraphML begins with, which is graphml")]
    [InlineData("<graphml/>", "holds no graph; GraphML has an element graph with nodes and edges in it")]
    [InlineData("<graphml><graph><nodes id='a'/><node id='b'/></graph></graphml>", "1:18: \"nodes\" is not a known element; did you mean \"node\"?")]
    [InlineData("<graphml><graph><node/><node id='b'/></graph></graphml>", "1:18: \"node\" lacks its attribute \"id\"")]
    [InlineData("<graphml><graph><node id='a'/>\n<node id='a'/></graph></graphml>", "2:2: \"a\" is a node already, since line 1")]
    [InlineData("<graphml><graph><node id='alfa'/><edge source='alfa' target='alpa'/></graph></graphml>", "1:35: the edge's target \"alpa\" is not a node; did you mean \"alfa\"? (known: alfa)")]
    [InlineData("<graphml><graph><node id='a'/><hyperedge/></graph></graphml>", "1:32: \"hyperedge\" joins more than two; write a node with kind switch, and an edge to it for each")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><graphml><graph><node id='&a;'/></graph></graphml>", "1:")]
    public void A_mistake_is_told_with_its_place_and_its_remedy(string text, string problem) =>
        Assert.StartsWith(
            problem, Assert.Throws<GraphTextException>(() => GraphText.FromGraphML(text)).Problems.Select(one => one.ToString()).First(line => !line.Contains("no nodes", StringComparison.Ordinal)), StringComparison.Ordinal);
}
