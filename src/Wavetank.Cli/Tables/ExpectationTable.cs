using Spectre.Console;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>The expectations, each with what was measured.</summary>
internal static class ExpectationTable
{
    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        var table = new PlainTable("Expectations", Column.Name(""), Column.Words("expected"), Column.Name("measured"));
        foreach (ExpectationResult expectation in result.Expectations)
        {
            table.Add(
                new Style(expectation.Holds ? Color.Green : Color.Red),
                expectation.Holds ? "ok" : "FAIL",
                expectation.Expectation.Text,
                expectation.Measured is { } measured ? HumanText.Figure(measured, expectation.Expectation.Metric.Unit) : "nothing");
        }

        table.Write(console);
    }
}
