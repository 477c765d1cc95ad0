using System.Globalization;
using Spectre.Console;
using Wavetank.Engine;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What went wrong and when, and what a storm was drawn to be.</summary>
internal static class FaultTable
{
    internal static void Write(ScenarioResult result, IAnsiConsole console, bool allRows)
    {
        int rows = allRows ? int.MaxValue : ReportTables.MostRows;
        string title = ReportTables.Title("Faults", result.Faults.Count, rows);
        var table = new PlainTable(title, Column.Number("begins"), Column.Number("ends"), Column.Name("fault"), Column.Words("of"), Column.Words("details"));
        foreach (FaultResult fault in result.Faults.Take(rows))
            table.Add(Seconds(fault.Begin), fault.End is { } end ? Seconds(end) : "-", fault.Kind, fault.Target, fault.Details ?? "");
        table.Write(console);
        WriteStorm(result, console);
    }

    private static void WriteStorm(ScenarioResult result, IAnsiConsole console)
    {
        if (result.Storm.Count == 0)
            return;

        console.WriteLine();
        console.Write(new Text("The storm, as a timeline", new Style(decoration: Decoration.Bold)));
        console.WriteLine();

        // Past the console, which would break the lines: they are there to be copied.
        foreach (string entry in result.Storm)
            console.Profile.Out.Writer.WriteLine($"  {entry}");
    }

    private static string Seconds(SimulationTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.000###} s");
}
