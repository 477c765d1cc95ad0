using Spectre.Console;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Cli.Tables;

/// <summary>Shows what a scenario may name.</summary>
internal static class ListView
{
    internal static void WriteAll(IReadOnlyList<CatalogTable> tables, IAnsiConsole console)
    {
        foreach (CatalogTable table in tables)
            WriteRows(table, $"{table.Title} (wavetank list {table.Name})", console);
    }

    internal static void Write(CatalogTable table, IAnsiConsole console)
    {
        // Where the rows are keys, the table of the keys says all that theirs would.
        bool areKeys = table.Rows.Count == table.CommonOptions.Count && table.Rows.All(row => row.Options.Count == 0);
        if (!areKeys)
            WriteRows(table, table.Title, console);
        WriteOptions(areKeys ? table.Title : "All of them: options", table.CommonOptions, console);
        foreach (CatalogRow row in table.Rows)
        {
            WriteOptions($"{row.Name}: options", row.Options, console);
            WriteMetrics(row, console);
        }
    }

    private static void WriteRows(CatalogTable table, string title, IAnsiConsole console)
    {
        var rows = new PlainTable(title, Column.Name("name"), Column.Words("what it is"));
        foreach (CatalogRow row in table.Rows)
            rows.Add(row.Name, row.Summary);
        rows.Write(console);
    }

    private static void WriteOptions(string title, IReadOnlyList<Key> rows, IAnsiConsole console)
    {
        var options = new PlainTable(title, Column.Name("key"), Column.Words("value"), Column.Name("default"), Column.Words("meaning"));
        foreach (Key key in rows)
        {
            string value = key switch
            {
                Section section => $"such as {section.Example}",
                Option { Range: { } range } option => $"{option.Format}, {range}",
                _ => ((Option)key).Format,
            };
            options.Add(key.Name, value, (key as Option)?.Default ?? (key.IsRequired ? "required" : "-"), key.Summary);
        }

        options.Write(console);
    }

    private static void WriteMetrics(CatalogRow row, IAnsiConsole console)
    {
        var metrics = new PlainTable($"{row.Name}: metrics", Column.Name("name"), Column.Words("meaning"));
        foreach (MetricKind metric in row.Metrics)
            metrics.Add(metric.Name, metric.Summary);
        metrics.Write(console);
    }
}
