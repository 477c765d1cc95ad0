namespace Wavetank.Scenarios.Model;

/// <summary>A link, or a group of like links: one for each member of a counted device.</summary>
/// <param name="Name">The name; <c>first-second</c> by default. For a group it means all members.</param>
/// <param name="Members">The links themselves.</param>
/// <param name="Forward">Conditions from the first device to the second.</param>
/// <param name="Backward">Conditions from the second device to the first.</param>
public sealed record LinkSpec(
    string Name,
    IReadOnlyList<LinkMember> Members,
    LinkConditions Forward,
    LinkConditions Backward)
{
    /// <summary>What it costs routes to go from the first device to the second; 1 by default.</summary>
    public int ForwardCost { get; init; } = 1;

    /// <summary>What it costs routes to go from the second device to the first; 1 by default.</summary>
    public int BackwardCost { get; init; } = 1;
}
