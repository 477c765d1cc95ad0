
using Wavetank.Devices.Topologies;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Reads graphs that other programs wrote as topologies.</summary>
public static class GraphText
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 1 << 22;

    /// <summary>
    /// Reads a graph in Graphviz' language DOT: graphs and digraphs, attributes, subgraphs, chains of edges. Nodes are routers unless their
    /// attribute <c>kind</c> says <c>host</c>, <c>router</c>, <c>switch</c>, <c>nat</c> or <c>firewall</c>. What <see cref="TopologyText.ToDot"/> writes reads back as it was.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <exception cref="GraphTextException">It is not a graph, or not one that makes a network; all problems are listed.</exception>
    public static TopologyPlan FromDot(string text)
    {
        var problems = new GraphProblems(text);
        return PlanOfGraph.Make(new DotReader(text, problems).Read(), problems);
    }

    /// <summary>
    /// Reads a graph in GraphML, such as those of the Internet Topology Zoo, where <c>Latitude</c> and <c>Longitude</c> of nodes give links the delay
    /// of the distance. What nodes and edges may say is that of <see cref="FromDot"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <exception cref="GraphTextException">It is not a graph, or not one that makes a network; all problems are listed.</exception>
    public static TopologyPlan FromGraphML(string text)
    {
        var problems = new GraphProblems(text);
        return PlanOfGraph.Make(new GraphMLReader(text, problems).Read(), problems);
    }
}
