using Wavetank.Recording.Series;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Report;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results.Series;

/// <summary>Time series as one table, whatever it is written as.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a value for each column.</param>
internal sealed record SeriesTable(IReadOnlyList<SeriesColumn> Columns, IReadOnlyList<object?[]> Rows)
{
    private const long BitsPerByte = 8;
    private const int QueueDecimals = 3;

    /// <summary>The samples of all TCP flows: the two ends, then the columns of a sample.</summary>
    internal static SeriesTable Connections(ScenarioResult result) => new(
        [new("from", SeriesColumnKind.Text), new("to", SeriesColumnKind.Text), .. SampleColumns.All.Select(column => new SeriesColumn(column.Name, column.Kind))],
        [.. from flow in result.Flows from sample in flow.Samples select Row(flow, sample)]);

    /// <summary>The bins of all directions of links on which something was sent or dropped.</summary>
    internal static SeriesTable Links(RunRecording recording)
    {
        IReadOnlyDictionary<string, LinkSeries> series = recording.CompleteLinks();
        return new SeriesTable(
            [
                new("link", SeriesColumnKind.Text),
                new("direction", SeriesColumnKind.Text),
                new("from", SeriesColumnKind.Text),
                new("to", SeriesColumnKind.Text),
                new("timeNs", SeriesColumnKind.Whole),
                new("widthNs", SeriesColumnKind.Whole),
                new("bytes", SeriesColumnKind.Whole),
                new("rateBitsPerSecond", SeriesColumnKind.Whole),
                new("meanQueuePackets", SeriesColumnKind.Real),
                new("largestQueuePackets", SeriesColumnKind.Whole),
                new("droppedPackets", SeriesColumnKind.Whole),
            ],
            [.. recording.Built.Scenario.Links.SelectMany(link => link.Members).SelectMany(member => BinsOf(member, series))]);
    }

    private static object?[] Row(FlowResult flow, TcpSample sample) => [flow.From, flow.To, .. SampleColumns.All.Select(column => column.Of(sample))];

    private static IEnumerable<object?[]> BinsOf(LinkMember member, IReadOnlyDictionary<string, LinkSeries> all) =>
        from direction in new[] { (Name: "forward", From: member.First, To: member.Second), (Name: "backward", From: member.Second, To: member.First) }
        where all.ContainsKey($"link/{member.Name}/{direction.Name}")
        let series = all[$"link/{member.Name}/{direction.Name}"]
        from index in Enumerable.Range(0, series.Count)
        select (object?[])[member.Name, direction.Name, direction.From, direction.To, .. Values(series, index)];

    private static object?[] Values(LinkSeries series, int index)
    {
        LinkBin bin = series[index];
        return
        [
            index * series.Width,
            series.Width,
            bin.Bytes,
            (long)((Int128)bin.Bytes * BitsPerByte * TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerSecond / series.Width),
            Math.Round(bin.WaitingTime / (double)series.Width, QueueDecimals),
            (long)bin.LargestQueue,
            bin.Drops,
        ];
    }
}
