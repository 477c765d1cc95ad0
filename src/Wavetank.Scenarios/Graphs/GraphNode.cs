namespace Wavetank.Scenarios.Graphs;

/// <summary>A node as a file has it.</summary>
internal sealed class GraphNode(string id, TextPlace place)
{
    public string Id { get; } = id;

    public TextPlace Place { get; } = place;

    public GraphAttributes Attributes { get; } = new();

    /// <summary>The part of the graph that it was first named in; null for the graph itself.</summary>
    public string? Part { get; init; }

    /// <summary>What the device is called; set when names are given.</summary>
    public string DeviceName { get; set; } = "";
}
