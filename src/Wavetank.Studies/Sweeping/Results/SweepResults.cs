using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Running;

namespace Wavetank.Studies.Sweeping.Results;

/// <summary>A sweep with what its runs measured; whole, or as far as it has come. Tables and pages are made from this and nothing else.</summary>
internal sealed class SweepResults
{
    private readonly Dictionary<int, RunRecord[]> _runs;
    private readonly Dictionary<(int, string), StatisticRecord> _statistics = [];

    /// <param name="plan">What was asked for.</param>
    /// <param name="metrics">The metrics that runs measured, in the order in which they are shown.</param>
    /// <param name="runs">The runs, in any order.</param>
    internal SweepResults(SweepPlan plan, IReadOnlyList<MetricRecord> metrics, IReadOnlyList<RunRecord> runs)
    {
        Plan = plan;
        Metrics = metrics;
        Runs = runs;
        Dictionary<long, int> order = plan.Seeds.Index().ToDictionary(seed => seed.Item, seed => seed.Index);
        _runs = runs.GroupBy(run => run.Point).ToDictionary(group => group.Key, group => group.OrderBy(run => order[run.Seed]).ToArray());
        // Each point for itself, on all processors: the intervals of percentiles take a while.
        foreach (StatisticRecord statistic in plan.Design.Points.AsParallel().AsOrdered().SelectMany(StatisticsOf))
            _statistics[(statistic.Point, statistic.Metric)] = statistic;
    }

    /// <summary>What was asked for.</summary>
    internal SweepPlan Plan { get; }

    /// <summary>The metrics.</summary>
    internal IReadOnlyList<MetricRecord> Metrics { get; }

    /// <summary>The runs.</summary>
    internal IReadOnlyList<RunRecord> Runs { get; }

    /// <summary>What the runs of each point say of each metric, by point and by the order of the metrics.</summary>
    internal IEnumerable<StatisticRecord> Statistics =>
        Plan.Design.Points.SelectMany(point => Metrics.Select(metric => StatisticOf(point, metric))).OfType<StatisticRecord>();

    /// <summary>The runs of a point, in the order of the seeds.</summary>
    internal IReadOnlyList<RunRecord> RunsOf(SweepPoint point) => _runs.GetValueOrDefault(point.Id) ?? [];

    /// <summary>What the runs of a point say of a metric; null where none measured it.</summary>
    internal StatisticRecord? StatisticOf(SweepPoint point, MetricRecord metric) => _statistics.GetValueOrDefault((point.Id, metric.Name));

    /// <summary>Whether the point needed fewer seeds than it could have had.</summary>
    internal bool StoppedEarly(SweepPoint point) =>
        Plan.Precision is { } goal && RunsOf(point).Count < Plan.Seeds.Count && PrecisionRule.IsReached(goal, RunsOf(point));

    private IEnumerable<StatisticRecord> StatisticsOf(SweepPoint point)
    {
        IReadOnlyList<RunRecord> runs = RunsOf(point);
        foreach (MetricRecord metric in Metrics)
        {
            double[] values = [.. runs.Where(run => run.Values.ContainsKey(metric.Name)).Select(run => run.Values[metric.Name])];
            if (values.Length > 0)
                yield return StatisticRecord.Of(point.Id, metric.Name, values);
        }
    }
}
