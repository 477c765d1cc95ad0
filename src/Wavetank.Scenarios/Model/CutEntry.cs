using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>A link is cut: nothing passes in either direction.</summary>
/// <param name="At">When, from the start of the run.</param>
/// <param name="For">How long it lasts; null for to the end of the run.</param>
/// <param name="Link">The link, or group of links, as written.</param>
/// <param name="Links">The names of the links themselves.</param>
public sealed record CutEntry(Duration At, Duration? For, string Link, IReadOnlyList<string> Links)
    : TimelineEntry(At, For, Link, Links);
