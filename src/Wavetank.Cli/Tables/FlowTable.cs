using Spectre.Console;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>The TCP flows that carried the most, with the segments that it took; results.json has all, with their states.</summary>
internal static class FlowTable
{
    private const int MaxRows = 10;

    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        FlowResult[] flows = [.. result.Flows.Where(flow => flow.Bytes > 0 || flow.Retransmissions > 0)];
        // A stable sort: of flows that carried the same, the one that stands first in the results is first.
        FlowResult[] shown = [.. flows.OrderByDescending(flow => flow.Bytes).Take(MaxRows)];
        string title = shown.Length == flows.Length
            ? "TCP flows"
            : $"TCP flows (the {shown.Length} largest of {HumanText.Count(flows.Length)}; results.json has all)";
        var table = new PlainTable(
            title,
            Column.Name("from"),
            Column.Name("to"),
            Column.Number("bytes"),
            Column.Number("goodput"),
            Column.Number("segments"),
            Column.Number("resent"),
            Column.Number("RTT"));
        foreach (FlowResult flow in shown)
        {
            table.Add(
                flow.From,
                flow.To,
                HumanText.Size(flow.Bytes),
                flow.Goodput == 0 ? "-" : HumanText.Rate(flow.Goodput),
                HumanText.Count(flow.Segments),
                HumanText.Count(flow.Retransmissions),
                flow.SmoothedRtt is { } rtt ? HumanText.Time(rtt) : "-");
        }

        table.Write(console);
    }
}
