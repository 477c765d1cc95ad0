using Spectre.Console;
using Wavetank.Recording;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What passed the links, a row for each direction. A group of links is one pair of rows.</summary>
internal static class LinkTable
{
    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        var table = new PlainTable(
            $"Links (packets that arrived; use, mean and largest queue, waits in it, over {HumanText.Time(result.MeasuredTime.Nanoseconds)})",
            Column.Name("direction"),
            Column.Number("packets"),
            Column.Number("bytes"),
            Column.Number("use"),
            Column.Number("queue"),
            Column.Number("max"),
            Column.Number("wait p99"),
            Column.Words(result.Links.Any(link => link.Forward.Figures.MarkedPackets + link.Backward.Figures.MarkedPackets > 0) ? "dropped, marked" : "dropped"));
        foreach (LinkResult link in result.Links)
        {
            string members = link.Members.Count > 1 ? $" ×{link.Members.Count}" : "";
            Add(table, link.Forward, members);
            Add(table, link.Backward, members);
        }

        table.Write(console);
    }

    private static void Add(PlainTable table, DirectionResult direction, string members)
    {
        DirectionFigures figures = direction.Figures;
        table.Add(
            $"{direction.From} → {direction.To}{members}",
            HumanText.Count(figures.Packets),
            HumanText.Size(figures.Bytes),
            HumanText.Part(figures.Utilisation),
            HumanText.Mean(figures.MeanQueue),
            HumanText.Count(figures.LargestQueue),
            figures.QueueWaits.Maximum == 0 ? "-" : HumanText.Time(figures.QueueWaits.Percentile(99)),
            Describe(figures));
    }

    private static string Describe(DirectionFigures figures)
    {
        string marks = $"{HumanText.Count(figures.MarkedPackets)} marked";
        return figures.MarkedPackets == 0 ? Describe(figures.Drops)
            : figures.Drops.Count == 0 ? marks
            : $"{Describe(figures.Drops)}; {marks}";
    }

    /// <summary>Drops by reason: <c>12 link loss, 3 queue full</c>.</summary>
    internal static string Describe(IReadOnlyList<DropCount> drops) => drops.Count == 0
        ? "-"
        : string.Join(", ", drops.Select(drop => $"{HumanText.Count(drop.Packets)} {DropReasonNames.WordsOf(drop.Reason)}"));
}
