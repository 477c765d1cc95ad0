using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Sweeping.Results;

/// <summary>Which metrics a table shows.</summary>
internal static class MetricChoice
{
    /// <summary>More columns are not read side by side.</summary>
    private const int MostByItself = 4;

    // Of a metric that is measured many times in a run: the tail is what users feel.
    private const string Statistic = ".p99";

    private static readonly string[] OtherStatistics = [".min", ".mean", ".p50", ".p90", ".max"];

    /// <summary>The metrics that patterns name; without patterns, those that differ most visibly from point to point.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="patterns">What <see cref="MetricPattern">names metrics</see>; none for a choice.</param>
    /// <exception cref="SweepException">A pattern names no metric.</exception>
    internal static IReadOnlyList<MetricRecord> Of(SweepResults sweep, IReadOnlyList<string> patterns)
    {
        if (patterns.Count > 0)
            return MetricCatalog.Find(patterns, sweep.Metrics.Count > 0 ? sweep.Metrics : sweep.Plan.Metrics);

        MetricRecord[] wanted = [.. sweep.Metrics.Where(metric => sweep.Plan.Precision?.Metrics.Contains(metric.Name) == true)];
        IEnumerable<MetricRecord> telling = sweep.Metrics
            .Where(metric => metric.Better is not null && !wanted.Contains(metric) && !OtherStatistics.Any(other => metric.Name.EndsWith(other, StringComparison.Ordinal)))
            .Where(metric => Differs(sweep, metric));
        return [.. wanted.Concat(Varied(telling)).Take(Math.Max(MostByItself, wanted.Length))];
    }

    /// <summary>One of each sort before a second of any: a goodput and a wait say more than two goodputs.</summary>
    private static IEnumerable<MetricRecord> Varied(IEnumerable<MetricRecord> metrics) => metrics
        .GroupBy(metric => Sort(metric.Name), StringComparer.Ordinal)
        .SelectMany(group => group.Index())
        .OrderBy(metric => metric.Index)
        .ThenBy(metric => Rank(metric.Item.Name))
        .Select(metric => metric.Item);

    // What users feel, before what was counted.
    private static int Rank(string name) => name.EndsWith(Statistic, StringComparison.Ordinal) ? 0 : Sort(name) switch
    {
        "goodput" => 1,
        "count" or "bytes" or "retransmissions" => 3,
        _ => 2,
    };

    private static string Sort(string name)
    {
        string plain = name.EndsWith(Statistic, StringComparison.Ordinal) ? name[..^Statistic.Length] : name;
        return plain[(plain.LastIndexOf('.') + 1)..];
    }

    private static bool Differs(SweepResults sweep, MetricRecord metric)
    {
        double[] means = [.. sweep.Plan.Design.Points.Select(point => sweep.StatisticOf(point, metric)).OfType<StatisticRecord>().Select(statistic => statistic.Mean)];
        return sweep.Plan.Design.Points.Count == 1 || (means.Length > 1 && means.Max() > means.Min());
    }
}
