using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>A run that is over, with what its metrics are.</summary>
/// <param name="Record">What is kept.</param>
/// <param name="Metrics">The metrics it measured.</param>
internal sealed record ExecutedRun(RunRecord Record, IReadOnlyList<MetricRecord> Metrics);
