namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of statistics.</summary>
internal static class StatisticKinds
{
    internal static readonly KindTable<StatisticKind> Table = new(
        "statistic",
        new StatisticKind("min", "The least value.", h => h.Minimum),
        new StatisticKind("mean", "The arithmetic mean, to the whole nanosecond.", h => (long)Math.Round(h.Mean)),
        new StatisticKind("p50", "The median: half of the values are not above it.", h => h.Percentile(50)),
        new StatisticKind("p90", "90 % of the values are not above it.", h => h.Percentile(90)),
        new StatisticKind("p99", "99 % of the values are not above it.", h => h.Percentile(99)),
        new StatisticKind("max", "The greatest value.", h => h.Maximum));
}
