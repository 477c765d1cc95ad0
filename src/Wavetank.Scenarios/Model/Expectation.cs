using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Model;

/// <summary>What must hold at the end of a run: <c>client.round-trip.p99 &lt; 400ms</c>.</summary>
/// <param name="Text">The expectation as written.</param>
/// <param name="Subject">Whose figure it is.</param>
/// <param name="Metric">The figure.</param>
/// <param name="Statistic">Which statistic of it; null for a metric that is a single figure.</param>
/// <param name="Comparison">How the figure is compared with <paramref name="Value"/>.</param>
/// <param name="Value">The other side, in the metric's base unit: a count, bytes, nanoseconds or bits per second.</param>
public sealed record Expectation(
    string Text,
    ExpectationSubject Subject,
    MetricKind Metric,
    StatisticKind? Statistic,
    Comparison Comparison,
    decimal Value)
{
    /// <summary>Whether the expectation holds for a measured figure.</summary>
    /// <param name="measured">The figure, in the metric's base unit.</param>
    public bool HoldsFor(decimal measured) => Comparison switch
    {
        Comparison.Less => measured < Value,
        Comparison.LessOrEqual => measured <= Value,
        Comparison.Greater => measured > Value,
        Comparison.GreaterOrEqual => measured >= Value,
        Comparison.Equal => measured == Value,
        _ => measured != Value,
    };
}
