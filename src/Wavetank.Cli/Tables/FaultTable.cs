using System.Globalization;
using Spectre.Console;
using Wavetank.Engine;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What went wrong and when, and what a storm was drawn to be.</summary>
internal static class FaultTable
{
    // Nobody reads more on a screen; results.json has them all.
    private const int MostRows = 20;

    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        string title = result.Faults.Count <= MostRows ? "Faults" : string.Create(
            CultureInfo.InvariantCulture, $"Faults: the first {MostRows} of {result.Faults.Count}; results.json has them all");
        var table = new PlainTable(title, Column.Number("begins"), Column.Number("ends"), Column.Name("fault"), Column.Words("of"), Column.Words("details"));
        foreach (FaultResult fault in result.Faults.Take(MostRows))
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
