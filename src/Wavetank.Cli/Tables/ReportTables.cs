using System.Globalization;
using Spectre.Console;
using Wavetank.Applications.Reports;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What applications report row by row: the goodput of intervals, the ports of a scan, the reigns of leaders.</summary>
internal static class ReportTables
{
    /// <summary>Nobody reads more on a screen unless asked to; results.json has them all.</summary>
    internal const int MostRows = 20;

    internal static void Write(ScenarioResult result, IAnsiConsole console, bool allRows)
    {
        foreach (ApplicationResult application in result.Applications.Where(application => application.Kind.Report is not null))
            Write(application, application.Kind.Report!, console, allRows ? int.MaxValue : MostRows);
    }

    /// <summary>A title that says where rows are left out.</summary>
    internal static string Title(string what, int rows, int most) => rows <= most ? what : string.Create(
        CultureInfo.InvariantCulture, $"{what}: the first {most} of {rows}; --all-rows prints them all");

    private static void Write(ApplicationResult application, ReportKind report, IAnsiConsole console, int most)
    {
        bool isGroup = application.Hosts.Count > 1;
        string title = $"{report.Title} of {application.Name} on {application.On}";
        var table = new PlainTable(
            Title(title, application.Hosts.Sum(host => host.Rows.Count), most),
            [.. isGroup ? (Column[])[Column.Name("on")] : [], .. report.Columns.Select(column => column.Unit is null ? Column.Name(column.Name) : Column.Number(column.Name))]);
        foreach ((string host, IReadOnlyList<ReportValue> row) in application.Hosts.SelectMany(host => host.Rows.Select(row => (host.Host, row))).Take(most))
            table.Add([.. isGroup ? (string[])[host] : [], .. row.Select((value, i) => Text(value, report.Columns[i]))]);
        table.Write(console);
    }

    private static string Text(ReportValue value, ReportColumn column) =>
        value.Number is { } number ? Text(number, column.Unit) : value.Text ?? "-";

    // Moments are read side by side, so they have one unit.
    private static string Text(long number, MetricUnit? unit) => unit == MetricUnit.Duration
        ? string.Create(CultureInfo.InvariantCulture, $"{number / 1e9:0.000} s")
        : HumanText.Figure(number, unit ?? MetricUnit.Count);
}
