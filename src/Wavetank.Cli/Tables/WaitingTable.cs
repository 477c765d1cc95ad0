using Spectre.Console;
using Wavetank.Devices;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What programs still wait for in a run where nothing can ever happen again.</summary>
internal static class WaitingTable
{
    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        var table = new PlainTable(
            "Still waiting, and nothing is left that could happen",
            Column.Name("on"),
            Column.Name("program"),
            Column.Name("proto"),
            Column.Name("local"),
            Column.Name("remote"),
            Column.Words("state"),
            Column.Words("waits for"));
        foreach (WaitingProgram waiting in result.Waiting)
            table.Add(waiting.Host, waiting.Program, waiting.Protocol, waiting.Local, waiting.Remote, waiting.State, waiting.WaitsFor);
        table.Write(console);
    }
}
