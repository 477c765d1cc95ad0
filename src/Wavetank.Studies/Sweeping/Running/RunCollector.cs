using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Studies.Metrics;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>Takes out of a run's results what the database keeps.</summary>
internal static class RunCollector
{
    internal static ExecutedRun Collect(SweepJob job, ScenarioResult result)
    {
        RunMetrics metrics = RunMetrics.Of(result);
        Measurement[] measured = [.. metrics.Measurements.Where(measurement => measurement.Value is not null)];
        var record = new RunRecord
        {
            Point = job.Point.Id,
            Seed = job.Seed,
            Outcome = metrics.Outcome,
            Digest = result.Digest,
            Events = result.Events,
            SimulatedTime = result.SimulatedTime.Nanoseconds,
            ExpectationsFailed = result.Expectations.Count(expectation => !expectation.Holds),
            Values = measured.ToDictionary(measurement => measurement.Metric.Name, measurement => measurement.Value!.Value, StringComparer.Ordinal),
        };
        return new ExecutedRun(record, [.. measured.Select(measurement => Record(measurement.Metric))]);
    }

    internal static MetricRecord Record(Metric metric) => new(metric.Name, MetricUnitNames.Of(metric.Unit), BetterNames.Of(metric.Better), metric.Summary);
}
