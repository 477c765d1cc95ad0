namespace Wavetank.Scenarios.Graphs;

/// <summary>An edge as a file has it.</summary>
internal sealed class GraphEdge(GraphNode first, GraphNode second, bool isDirected, TextPlace place)
{
    public GraphNode First { get; } = first;

    public GraphNode Second { get; } = second;

    public bool IsDirected { get; } = isDirected;

    public TextPlace Place { get; } = place;

    public GraphAttributes Attributes { get; } = new();

    /// <summary>The edge that leads the other way over the same link; null where one edge is both ways.</summary>
    public GraphEdge? Opposite { get; set; }
}
