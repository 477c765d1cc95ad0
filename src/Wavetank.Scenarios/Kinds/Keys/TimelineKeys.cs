using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys that every entry of the timeline has; the others belong to its action.</summary>
internal static class TimelineKeys
{
    internal static readonly Option<Duration> At = Option<Duration>.Required(
        "at", ValueFormats.Duration, "When it happens, from the start of the run.");

    internal static readonly Option<Duration> For = Option<Duration>.Optional(
        "for", ValueFormats.Duration, "How long it lasts; to the end of the run when absent.", new OrderedRange<Duration>(Units.Duration.Shortest));

    internal static readonly IReadOnlyList<Option> All = [At, For];
}
