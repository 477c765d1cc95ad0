using Wavetank.Scenarios.Kinds;
using Wavetank.Studies.Metrics;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Sweeping.Results;

/// <summary>What the runs of a point say of a metric.</summary>
/// <param name="Point">The point's number.</param>
/// <param name="Metric">The metric's name.</param>
/// <param name="Summary">Number, mean and standard deviation.</param>
/// <param name="Interval">The interval of the mean; null with fewer than two runs.</param>
/// <param name="Method">How the interval was found: <see cref="StudentT"/> or <see cref="Bootstrap"/>.</param>
internal sealed record StatisticRecord(int Point, string Metric, SampleSummary Summary, Interval? Interval, string Method)
{
    internal const string StudentT = "student-t", Bootstrap = "bootstrap";

    /// <summary>Runs that measured it.</summary>
    internal int Number => Summary.Number;

    /// <summary>Their mean.</summary>
    internal double Mean => Summary.Mean;

    /// <summary>Their standard deviation.</summary>
    internal double StandardDeviation => Summary.StandardDeviation;

    /// <summary>The statistics of a metric over the runs of a point.</summary>
    /// <param name="point">The point's number.</param>
    /// <param name="metric">The metric's name.</param>
    /// <param name="values">What runs measured, in the order of the seeds; at least one.</param>
    internal static StatisticRecord Of(int point, string metric, ReadOnlySpan<double> values)
    {
        SampleSummary summary = SampleSummary.Of(values);
        return new Metric(metric, MetricUnit.Count, Better.Neither).IsPercentile
            ? new StatisticRecord(point, metric, summary, BootstrapInterval.OfMean(values, SweepPlan.Confidence), Bootstrap)
            : new StatisticRecord(point, metric, summary, MeanInterval.Of(summary, SweepPlan.Confidence), StudentT);
    }
}
