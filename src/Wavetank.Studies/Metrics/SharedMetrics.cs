using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>What every application in a document has, also where its kind is not known.</summary>
internal static class SharedMetrics
{
    internal static readonly IReadOnlyList<MetricKind> All =
    [
        new("count", "What it counts.", MetricUnit.Count, Better.Neither),
        Wavetank.Scenarios.Kinds.Metrics.Bytes,
        Wavetank.Scenarios.Kinds.Metrics.Errors,
        Wavetank.Scenarios.Kinds.Metrics.Goodput,
        Wavetank.Scenarios.Kinds.Metrics.RoundTrip,
    ];
}
