namespace Wavetank.Scenarios.Graphs;

/// <summary>What a key of GraphML stands for.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Of">What has it: <c>node</c>, <c>edge</c>, <c>graph</c> or <c>all</c>.</param>
/// <param name="Default">Its value where none is given; null for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record GraphMLKey(string Name, string Of, string? Default, TextPlace Place);
