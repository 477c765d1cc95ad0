namespace Wavetank.Studies.Metrics;

/// <summary>What a run measured of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value in the metric's base unit: a number, bytes, nanoseconds, bits per second, a part of 1; null where nothing was measured.</param>
public sealed record Measurement(Metric Metric, double? Value);
