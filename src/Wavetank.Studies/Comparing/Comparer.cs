using Wavetank.Scenarios.Kinds;
using Wavetank.Studies.Metrics;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Comparing;

/// <summary>Compares two sets of runs, metric by metric.</summary>
internal sealed class Comparer
{
    // A difference that is certainly smaller than this part of A's mean counts as none, unless a bound is narrower.
    private const double Negligible = 0.01;

    private readonly RunSet _a;
    private readonly RunSet _b;
    private readonly ComparisonOptions _options;

    private Comparer(RunSet a, RunSet b, ComparisonOptions options)
    {
        _a = a;
        _b = b;
        _options = options;
    }

    /// <exception cref="ResultsException">A pattern or a bound names no metric, or there is nothing to compare.</exception>
    internal static Comparison Compare(RunSet a, RunSet b, ComparisonOptions options)
    {
        Metric[] all = [.. a.Metrics.Concat(b.Metrics).DistinctBy(metric => metric.Name)];
        if (all.Length == 0)
            throw new ResultsException($"{a.Name} and {b.Name} hold no metrics");
        foreach (MetricPattern pattern in options.Patterns.Concat(options.Bounds.Patterns))
        {
            if (!all.Any(pattern.Matches))
                throw new ResultsException(pattern.DescribeNoMatch(all));
        }

        Metric[] chosen = options.Patterns.Count == 0 ? all : [.. all.Where(metric => options.Patterns.Any(pattern => pattern.Matches(metric)))];
        var comparer = new Comparer(a, b, options);
        ComparedMetric[] compared = [.. chosen.Select(comparer.Compare).OfType<ComparedMetric>()];
        if (compared.All(metric => metric.Difference is null))
            throw new ResultsException($"{a.Name} and {b.Name} have measured nothing in common, so there is nothing to compare");
        return new Comparison(a, b, options, compared, ComparisonNotes.Of(a, b, compared));
    }

    /// <returns>The metric on both sides; null where neither measured it.</returns>
    private ComparedMetric? Compare(Metric metric)
    {
        Dictionary<ulong, double> a = _a.ValuesOf(metric.Name);
        Dictionary<ulong, double> b = _b.ValuesOf(metric.Name);
        Bound? bound = _options.Bounds.OwnOf(metric) ?? (metric.Better == Better.Neither ? null : _options.Bounds.Default);
        if (a.Count == 0 || b.Count == 0)
        {
            // What was measured and is no more may be as bad as it can be: no reply has no round-trip time.
            return a.Count == 0 && b.Count == 0 ? null : new ComparedMetric(
                metric, SummaryOf(a), SummaryOf(b), null, a.Count == 0 ? Verdict.OnlyInB : Verdict.OnlyInA)
            {
                Bound = bound,
                IsRegression = b.Count == 0 && bound is not null,
            };
        }

        ulong[] common = [.. _a.Seeds.Where(seed => a.ContainsKey(seed) && b.ContainsKey(seed))];
        bool isPaired = common.Length >= 2 || (a.Count == 1 && b.Count == 1 && common.Length == 1);
        if (!isPaired)
            return Judge(metric, bound, SummaryOf(a)!.Value, SummaryOf(b)!.Value, Difference.OfSamples(SummaryOf(a)!.Value, SummaryOf(b)!.Value, _options.Confidence), isPaired);

        double[] first = [.. common.Select(seed => a[seed])];
        double[] second = [.. common.Select(seed => b[seed])];
        Difference difference = Difference.OfPairs(first, second, _options.Confidence);
        return Judge(metric, bound, SampleSummary.Of(first), SampleSummary.Of(second), difference, isPaired) with { IsIdentical = first.SequenceEqual(second) };
    }

    private static ComparedMetric Judge(Metric metric, Bound? bound, SampleSummary a, SampleSummary b, Difference difference, bool isPaired)
    {
        double allowed = bound?.Amount(metric, a.Mean) ?? 0;
        double negligible = Negligible * Math.Abs(a.Mean);

        // One run on each side with the same seed differ by what was changed; with other seeds perhaps by chance alone.
        Interval interval = difference.Interval
            ?? (isPaired ? new Interval(difference.Mean, difference.Mean) : new Interval(double.NegativeInfinity, double.PositiveInfinity));
        double margin = bound is null ? negligible : interval.Contains(0) ? Math.Max(negligible, allowed) : Math.Min(negligible, allowed);
        Verdict verdict = VerdictOf(metric.Better, difference.Mean, interval, margin);
        (double worse, double certainlyWorse) = Worsening(metric.Better, difference.Mean, interval);
        return new ComparedMetric(metric, a, b, difference, verdict)
        {
            Bound = bound,
            IsRegression = bound is not null && certainlyWorse > allowed,
            MayBeRegression = bound is not null && worse > allowed && certainlyWorse <= allowed,
        };
    }

    private static Verdict VerdictOf(Better better, double mean, Interval interval, double margin)
    {
        if (-margin <= interval.Low && interval.High <= margin)
            return Verdict.Same;
        if (interval.Contains(0))
            return Verdict.Unclear;
        return better switch
        {
            Better.Lower => mean < 0 ? Verdict.Better : Verdict.Worse,
            Better.Higher => mean > 0 ? Verdict.Better : Verdict.Worse,
            _ => Verdict.Different,
        };
    }

    /// <summary>By how much it got worse, and by how much at least; where neither way is better every change is for the worse.</summary>
    private static (double Mean, double AtLeast) Worsening(Better better, double mean, Interval interval) => better switch
    {
        Better.Lower => (mean, interval.Low),
        Better.Higher => (-mean, -interval.High),
        _ => (Math.Abs(mean), Math.Max(interval.Low, -interval.High)),
    };

    private static SampleSummary? SummaryOf(Dictionary<ulong, double> values) => values.Count == 0 ? null : SampleSummary.Of([.. values.Values]);
}
