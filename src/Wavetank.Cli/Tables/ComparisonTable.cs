using System.Globalization;
using Spectre.Console;
using Wavetank.Studies.Comparing;

namespace Wavetank.Cli.Tables;

/// <summary>Shows a comparison to people.</summary>
internal static class ComparisonTable
{
    // Narrower, the difference as an amount makes room for names.
    private const int Wide = 110;

    internal static void Write(Comparison comparison, IAnsiConsole console, bool all)
    {
        Line(console, $"A  {ComparisonWords.Describe(comparison.A)}");
        Line(console, $"B  {ComparisonWords.Describe(comparison.B)}");
        bool hasIntervals = comparison.Metrics.Any(metric => metric.Difference?.Interval is not null);
        string title = hasIntervals ? $"Metrics (means over runs; the change from A to B, and its {ComparisonWords.Confidence(comparison)} interval)" : "Metrics (the change from A to B)";
        bool isWide = console.Profile.Width >= Wide;
        List<Column> columns = [Column.Words("metric"), Column.Number("A"), Column.Number("B")];
        if (isWide)
            columns.Add(Column.Number("difference"));
        columns.Add(Column.Number("change"));
        if (hasIntervals)
            columns.Add(Column.Name("interval"));
        columns.Add(Column.Words("verdict"));
        var table = new PlainTable(title, [.. columns]);
        foreach (ComparedMetric metric in ComparisonWords.InOrderOfInterest(comparison.Metrics).Where(metric => all || !metric.IsIdentical))
        {
            List<string> cells = [metric.Metric.Name, ComparisonWords.Mean(metric, metric.A), ComparisonWords.Mean(metric, metric.B)];
            if (isWide)
                cells.Add(metric.Difference is { } difference ? FigureText.Signed(difference.Mean, metric.Metric.Unit) : "-");
            cells.Add(isWide && metric.Relative is null ? "-" : ComparisonWords.Change(metric));
            if (hasIntervals)
                cells.Add(ComparisonWords.IntervalOf(metric));
            cells.Add(ComparisonWords.VerdictOf(metric));
            table.Add(StyleOf(metric), [.. cells]);
        }

        table.Write(console);
        int hidden = all ? 0 : comparison.Metrics.Count(metric => metric.IsIdentical);
        if (hidden > 0)
            Line(console, string.Create(CultureInfo.InvariantCulture, $"  {hidden} {(hidden == 1 ? "metric is" : "metrics are")} the same in every run; --all shows {(hidden == 1 ? "it" : "them")}"));
        console.WriteLine();
        foreach (string note in comparison.Notes)
            Line(console, note);
        if (ComparisonWords.Chance(comparison) is { } chance)
            Line(console, chance);
        Line(console, ComparisonWords.Counts(comparison));
        console.Write(new Text(ComparisonWords.Headline(comparison), new Style(comparison.Regressions.Count > 0 ? Color.Red : comparison.Options.Bounds.Any ? Color.Green : Color.Default)));
        console.WriteLine();
    }

    private static void Line(IAnsiConsole console, string text)
    {
        console.Write(new Text(text));
        console.WriteLine();
    }

    private static Style StyleOf(ComparedMetric metric) => metric switch
    {
        { IsRegression: true } => new Style(Color.Red, decoration: Decoration.Bold),
        { Verdict: Verdict.Worse } => new Style(Color.Red),
        { Verdict: Verdict.Better } => new Style(Color.Green),
        _ => Style.Plain,
    };
}
