using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>What a comparison looks at, and what it takes for a regression.</summary>
internal sealed record ComparisonOptions
{
    /// <summary>How sure intervals are; 0.95 by default.</summary>
    internal double Confidence { get; init; } = 0.95;

    /// <summary>By how much what may get worse; nothing by default.</summary>
    internal Bounds Bounds { get; init; } = new();

    /// <summary>Which metrics; all by default.</summary>
    internal IReadOnlyList<MetricPattern> Patterns { get; init; } = [];
}
