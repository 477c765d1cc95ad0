using Wavetank.Studies.Statistics;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>Whether the runs of a point are enough.</summary>
internal static class PrecisionRule
{
    /// <param name="goal">What is wanted.</param>
    /// <param name="runs">The runs, in the order of the seeds; those that failed say nothing.</param>
    internal static bool IsReached(PrecisionGoal goal, IReadOnlyCollection<RunRecord> runs) =>
        runs.Count >= PrecisionGoal.FewestRuns && goal.Metrics.All(metric => IsReached(goal.Part, metric, runs));

    private static bool IsReached(double part, string metric, IEnumerable<RunRecord> runs)
    {
        double[] values = [.. runs.Where(run => run.Values.ContainsKey(metric)).Select(run => run.Values[metric])];
        return values.Length >= PrecisionGoal.FewestRuns
            && StatisticRecord.Of(0, metric, values) is { Interval: Interval interval } statistic
            && interval.HalfWidth <= part * Math.Abs(statistic.Mean);
    }
}
