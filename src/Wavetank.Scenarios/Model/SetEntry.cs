using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>A link's conditions change, in both directions.</summary>
/// <param name="At">When, from the start of the run.</param>
/// <param name="For">How long it lasts; null for to the end of the run.</param>
/// <param name="Link">The link, or group of links, as written.</param>
/// <param name="Links">The names of the links themselves.</param>
/// <param name="Changes">The new conditions; at least one.</param>
public sealed record SetEntry(Duration At, Duration? For, string Link, IReadOnlyList<string> Links, LinkChanges Changes)
    : TimelineEntry(At, For, Link, Links);
