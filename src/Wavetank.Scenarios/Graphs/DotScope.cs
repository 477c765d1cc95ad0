namespace Wavetank.Scenarios.Graphs;

/// <summary>What holds inside of a graph or subgraph.</summary>
/// <param name="Part">The name of the part; null for the graph itself.</param>
/// <param name="OfNodes">What nodes that are named first from now on have.</param>
/// <param name="OfEdges">What edges from now on have.</param>
internal sealed record DotScope(string? Part, List<GraphAttribute> OfNodes, List<GraphAttribute> OfEdges);
