using System.Globalization;
using System.Text;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Comparing;

/// <summary>A comparison as GitHub-flavoured Markdown, short enough for a pull request: the verdict, what changed, and the rest folded away.</summary>
internal static class ComparisonMarkdown
{
    internal static string Write(Comparison comparison)
    {
        var text = new StringBuilder();
        string mark = comparison.Regressions.Count > 0 ? "❌ " : comparison.Options.Bounds.Any ? "✅ " : "";
        text.Append(CultureInfo.InvariantCulture, $"### {mark}{Sentence(ComparisonWords.Headline(comparison))}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Sentence(ComparisonWords.Counts(comparison))}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- A: {Escaped(ComparisonWords.Describe(comparison.A))}\n- B: {Escaped(ComparisonWords.Describe(comparison.B))}\n");

        ComparedMetric[] rows = [.. ComparisonWords.InOrderOfInterest(comparison.Metrics)];
        ComparedMetric[] changed = [.. rows.Where(IsChanged)];
        ComparedMetric[] others = [.. rows.Where(row => !IsChanged(row) && !row.IsIdentical)];
        int identical = rows.Count(row => row.IsIdentical);
        if (changed.Length > 0)
            AppendTable(text.Append('\n'), comparison, changed);
        text.Append(CultureInfo.InvariantCulture, $"\n<details>\n<summary>{Describe(others.Length, identical, comparison.Notes.Count)}</summary>\n");
        if (others.Length > 0)
            AppendTable(text.Append('\n'), comparison, others);
        text.Append('\n');
        foreach (string note in comparison.Notes)
            text.Append(CultureInfo.InvariantCulture, $"- {Escaped(note)}\n");
        if (!comparison.IsOfSingleRuns)
        {
            text.Append("- A and B are means over runs; the change is that from A to B, and the interval is the change's.\n");
            if (ComparisonWords.Chance(comparison) is { } chance)
                text.Append(CultureInfo.InvariantCulture, $"- {chance}\n");
        }

        if (identical > 0)
            text.Append(CultureInfo.InvariantCulture, $"- {ComparisonWords.Number(identical, "metric")} {(identical == 1 ? "is" : "are")} the same in every run and not shown.\n");
        return text.Append("\n</details>\n").ToString();
    }

    private static bool IsChanged(ComparedMetric metric) =>
        metric.IsRegression || metric.MayBeRegression || metric.Verdict is not (Verdict.Same or Verdict.Unclear);

    private static string Describe(int others, int identical, int notes)
    {
        List<string> parts = [];
        if (others > 0)
            parts.Add($"{ComparisonWords.Number(others, "metric")} without a clear change");
        if (identical > 0)
            parts.Add($"{ComparisonWords.Number(identical, "metric")} the same in every run");
        if (notes > 0 || parts.Count == 0)
            parts.Add("how to read this");
        return string.Join(", ", parts);
    }

    private static void AppendTable(StringBuilder text, Comparison comparison, ComparedMetric[] rows)
    {
        bool hasIntervals = rows.Any(row => row.Difference?.Interval is not null);
        text.Append(hasIntervals
            ? $"| metric | A | B | change | {ComparisonWords.Confidence(comparison)} interval | verdict |\n|---|--:|--:|--:|---|---|\n"
            : "| metric | A | B | change | verdict |\n|---|--:|--:|--:|---|\n");
        foreach (ComparedMetric row in rows)
        {
            string verdict = ComparisonWords.VerdictOf(row);
            string interval = hasIntervals ? $" {ComparisonWords.IntervalOf(row)} |" : "";
            text.Append(CultureInfo.InvariantCulture, $"| `{Code(row.Metric.Name)}` | {ComparisonWords.Mean(row, row.A)} | {ComparisonWords.Mean(row, row.B)} | {Change(row)} |{interval} {(row.IsRegression ? $"**{verdict}**" : verdict)} |\n");
        }
    }

    /// <summary>Both the part and the amount, since a table in a pull request is all that its reader has.</summary>
    private static string Change(ComparedMetric row) => row is { Relative: not null, Difference: { } difference }
        ? $"{ComparisonWords.Change(row)} ({FigureText.Signed(difference.Mean, row.Metric.Unit)})"
        : ComparisonWords.Change(row);

    private static string Sentence(string text) => Escaped(char.ToUpperInvariant(text[0]) + text[1..]);

    // Names come from files; what GitHub would read as markup must stay text.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
            escaped.Append(letter is '<' or '>' or '&' or '*' or '`' or '[' or ']' or '|' or '\\' or '@' ? $"\\{letter}" : letter.ToString());
        return escaped.ToString();
    }

    private static string Code(string name) => Quoted.Plain(name).Replace("`", "'", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
