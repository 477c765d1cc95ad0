using System.Text;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Places;
using Wavetank.Scenarios.Kinds.Presets;

namespace Wavetank.Scenarios.Schema;

/// <summary>What of a reference page is made from the tables: it stands between two marks, and a test compares.</summary>
internal static class ReferenceBlock
{
    /// <summary>The block of a row that has a page of its own.</summary>
    internal static string Of(Kind row, IReadOnlyList<Key> options)
    {
        var block = new StringBuilder(row.Summary).Append("\n\n");
        IReadOnlyList<Key> keys = row is TopologyKind topology ? topology.Keys : options;
        KeyTable.Append(block, keys);
        if (keys.Count == 0)
            block.Append("It has no options.\n\n");
        if (row is ApplicationKind application)
        {
            Metrics(block, application.Metrics);
            if (application.Report is { } report)
                Rows(block, report);
        }

        return block.ToString();
    }

    /// <summary>The block of rows that share a page.</summary>
    internal static string Of(string what, IReadOnlyList<Kind> rows)
    {
        var block = new StringBuilder();
        if (rows is [PresetKind, ..])
        {
            FigurePages.Presets(block, [.. rows.Cast<PresetKind>()]);
            return block.ToString();
        }

        if (rows is [PlaceKind, ..])
        {
            FigurePages.Places(block, [.. rows.Cast<PlaceKind>()]);
            return block.ToString();
        }

        MarkdownTable.Append(block, [what, "meaning"], rows.Select(row => (string[])[$"`{row.Name}`", row.Summary]));
        return block.ToString();
    }

    /// <summary>Puts a block between its marks.</summary>
    /// <returns>The page as it should be; null where it lacks the marks.</returns>
    internal static string? Place(string page, string mark, string block)
    {
        string begin = $"<!-- {mark} -->\n";
        string end = $"<!-- /{mark} -->";
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        int to = from < 0 ? -1 : page.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? null : $"{page[..from]}{begin}{block}{page[to..]}";
    }

    private static void Rows(StringBuilder block, ReportKind report)
    {
        block.Append($"{report.Summary} They stand in results.json as `rows`, and in a table.\n\n");
        MarkdownTable.Append(
            block,
            ["column", "value", "meaning"],
            report.Columns.Select(column => (string[])[$"`{column.Name}`", column.Unit?.ToString().ToLowerInvariant() ?? "text", column.Summary]));
    }

    private static void Metrics(StringBuilder block, IEnumerable<MetricKind> metrics) => MarkdownTable.Append(
        block,
        ["metric", "value", "meaning"],
        metrics.Select(metric => (string[])
            [$"`{metric.Name}{(metric.HasStatistics ? ".STATISTIC" : "")}`", metric.Unit.ToString().ToLowerInvariant(), metric.Summary]));
}
