using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>Something that happens to links at a moment of the run.</summary>
/// <param name="At">When, from the start of the run.</param>
/// <param name="For">How long it lasts; null for to the end of the run.</param>
/// <param name="Link">The link, or group of links, as written.</param>
/// <param name="Links">The names of the links themselves.</param>
public abstract record TimelineEntry(Duration At, Duration? For, string Link, IReadOnlyList<string> Links);
