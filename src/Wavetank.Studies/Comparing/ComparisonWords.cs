using System.Globalization;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Comparing;

/// <summary>A comparison in sentences, which the terminal and Markdown share.</summary>
internal static class ComparisonWords
{
    private const int MostNamed = 3;

    /// <summary>Rows in the order in which a reader wants them: what got worse first, what is the same last.</summary>
    internal static IEnumerable<ComparedMetric> InOrderOfInterest(IEnumerable<ComparedMetric> metrics) => metrics.OrderBy(metric => metric switch
    {
        { IsRegression: true } => 0,
        { Verdict: Verdict.Worse } => 1,
        { MayBeRegression: true } => 2,
        { Verdict: Verdict.Better } => 3,
        { Verdict: Verdict.Different } => 4,
        { Verdict: Verdict.OnlyInA or Verdict.OnlyInB } => 5,
        { Verdict: Verdict.Unclear } => 6,
        _ => 7,
    });

    /// <summary>One side: <c>base · 10 runs, seeds 1..10</c>.</summary>
    internal static string Describe(RunSet set) => set.Runs.Count == 1
        ? $"{Quoted.Plain(set.Name)} · seed {SeedList.Describe(set.Seeds)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Quoted.Plain(set.Name)} · {set.Runs.Count} runs, seeds {SeedList.Describe(set.Seeds)}");

    /// <summary>Whether there is a regression, and which.</summary>
    internal static string Headline(Comparison comparison)
    {
        if (comparison.Regressions is { Count: > 0 } regressions)
        {
            string more = regressions.Count > MostNamed ? ", …" : "";
            return $"{Number(regressions.Count, "regression")}: {string.Join(", ", regressions.Take(MostNamed).Select(Describe))}{more}";
        }

        if (!comparison.Options.Bounds.Any)
            return "no bound was given, so nothing counts as a regression";
        ComparedMetric[] perhaps = [.. comparison.Metrics.Where(metric => metric.MayBeRegression)];
        string bound = comparison.Options.Bounds.Default is { } all ? $"beyond {all.Text}" : "beyond the bounds given";
        return perhaps.Length == 0
            ? $"no regression {bound}"
            : $"no certain regression {bound}, but perhaps {string.Join(", ", perhaps.Take(MostNamed).Select(Describe))}{(perhaps.Length > MostNamed ? ", …" : "")}; more seeds would tell";
    }

    /// <summary>How many metrics have which verdict.</summary>
    internal static string Counts(Comparison comparison)
    {
        Verdict[] order = [Verdict.Worse, Verdict.Better, Verdict.Different, Verdict.Unclear, Verdict.OnlyInA, Verdict.OnlyInB, Verdict.Same];
        return string.Join(", ", order
            .Where(verdict => comparison.Count(verdict) > 0)
            .Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{comparison.Count(verdict)} {Verdicts.Words(verdict)}")));
    }

    /// <summary>How many would look changed by chance; null where that is less than one.</summary>
    internal static string? Chance(Comparison comparison) => comparison.ExpectedByChance < 1 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"If nothing had changed, about {comparison.ExpectedByChance:0} of these metrics would still look changed: a {Confidence(comparison)} interval misses 1 in {1 / (1 - comparison.Options.Confidence):0}.");

    /// <summary>The verdict of a row, with what its bound makes of it.</summary>
    internal static string VerdictOf(ComparedMetric metric) => Verdicts.Words(metric.Verdict)
        + (metric.IsRegression && metric.Difference is not null ? $", beyond {metric.Bound!.Text}"
            : metric.IsRegression ? ": not measured any more"
            : metric.MayBeRegression ? $", perhaps beyond {metric.Bound!.Text}"
            : "");

    /// <summary>The change as a part, or as an amount where A's mean is zero; nothing where one side has none.</summary>
    internal static string Change(ComparedMetric metric) =>
        metric.Relative is { } part ? FigureText.Percent(part) : metric.Difference is { } difference ? FigureText.Signed(difference.Mean, metric.Metric.Unit) : "-";

    /// <summary>The interval of the change likewise.</summary>
    internal static string IntervalOf(ComparedMetric metric) =>
        metric.RelativeInterval is { } parts ? FigureText.Percent(parts)
        : metric.Difference?.Interval is { } interval ? FigureText.Signed(interval, metric.Metric.Unit)
        : "-";

    /// <summary>The mean of a side.</summary>
    internal static string Mean(ComparedMetric metric, Statistics.SampleSummary? side) => side is { } values ? FigureText.Value(values.Mean, metric.Metric.Unit) : "-";

    /// <summary>The confidence: <c>95 %</c>.</summary>
    internal static string Confidence(Comparison comparison) => string.Create(CultureInfo.InvariantCulture, $"{comparison.Options.Confidence * 100:0.###} %");

    /// <summary>A number with its word.</summary>
    internal static string Number(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    private static string Describe(ComparedMetric metric) => metric.Difference is null
        ? $"{Quoted.Plain(metric.Metric.Name)} is not measured any more"
        : $"{Quoted.Plain(metric.Metric.Name)} {Change(metric)}";
}
