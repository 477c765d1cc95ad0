namespace Wavetank.Scenarios.Graphs;

/// <summary>A value that a node or an edge has, and where it stands.</summary>
/// <param name="Name">As the file writes it.</param>
/// <param name="Value">The text.</param>
/// <param name="Place">Where the value stands.</param>
internal sealed record GraphAttribute(string Name, string Value, TextPlace Place)
{
    /// <summary>What has more than one way of being written has one here: <c>Backward_Delay</c> is <c>backward-delay</c>.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant().Replace('_', '-');
}
