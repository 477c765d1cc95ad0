using System.Globalization;
using Spectre.Console;
using Wavetank.Recording.Series;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Words;

namespace Wavetank.Cli.Tables;

/// <summary>Shows results to people. Every figure comes from the same <see cref="ScenarioResult"/> that makes results.json.</summary>
internal static class ResultView
{
    internal static void Write(ScenarioResult result, IAnsiConsole console, bool verdictOnly, bool allRows, IReadOnlyDictionary<string, LinkSeries>? curves = null)
    {
        if (!verdictOnly)
        {
            console.Write(new Text(Quoted.Plain(result.Scenario), new Style(decoration: Decoration.Bold)));
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" · seed {result.Seed}"));
            ApplicationTables.WriteCounts(result, console);
            ApplicationTables.WriteErrors(result, console);
            ApplicationTables.WriteRoundTrips(result, console);
            FigureTables.Write(result, console);
            ReportTables.Write(result, console, allRows);
            FlowTable.Write(result, console);
            LinkTable.Write(result, console);
            if (curves is not null)
                OverTimeTable.Write(result, curves, console);
            DropTable.Write(result, console);
            FaultTable.Write(result, console, allRows);
            WaitingTable.Write(result, console);
            ExpectationTable.Write(result, console);
            console.WriteLine();
        }

        VerdictLines.Write(result, console);
    }
}
