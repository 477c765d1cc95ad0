namespace Wavetank.Scenarios.Graphs;

/// <summary>An edge of GraphML, whose nodes may come later in the file.</summary>
internal sealed record GraphMLEdge(string Source, string Target, bool IsDirected, TextPlace Place, GraphAttributes Attributes);
