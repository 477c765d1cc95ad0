using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>What the left side of an expectation means.</summary>
/// <param name="Subject">Whose figure it is.</param>
/// <param name="Metric">The figure.</param>
/// <param name="Statistic">Which statistic of it; null for a metric that is a single figure.</param>
internal sealed record ExpectedFigure(ExpectationSubject Subject, MetricKind Metric, StatisticKind? Statistic);
