using Spectre.Console;
using Wavetank.Recording.Series;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>The busiest directions of links over the time of the run: rate, queue and drops as curves of blocks.</summary>
internal static class OverTimeTable
{
    private const int MostRows = 12;
    private const int MostParts = 40, LeastParts = 8;
    private const int WidthOfFigures = 44;
    private const double BitsPerByte = 8;

    /// <param name="result">The results.</param>
    /// <param name="series">The series of each direction, by its place.</param>
    /// <param name="console">Where to.</param>
    internal static void Write(ScenarioResult result, IReadOnlyDictionary<string, LinkSeries> series, IAnsiConsole console)
    {
        long until = result.MeasuredTime.Nanoseconds;
        (string Name, LinkSeries Series)[] rows =
        [
            .. result.Links.SelectMany(link => link.Members)
                .SelectMany(member => new[] { (member.Forward, Place: $"link/{member.Name}/forward"), (member.Backward, Place: $"link/{member.Name}/backward") })
                .Where(direction => series.ContainsKey(direction.Place))
                .OrderByDescending(direction => direction.Item1.Figures.Bytes)
                .Take(MostRows)
                .Select(direction => ($"{direction.Item1.From} → {direction.Item1.To}", series[direction.Place])),
        ];
        if (rows.Length == 0 || until == 0)
            return;

        int names = rows.Max(row => row.Name.Length);
        int parts = Math.Clamp((console.Profile.Width - names - WidthOfFigures) / 3, LeastParts, MostParts);
        var table = new PlainTable(
            $"Over time (of the busiest links; each block {HumanText.Time(until / parts)})",
            Column.Name("direction"), Column.Name("rate"), Column.Number("most"), Column.Name("queue"), Column.Number("most"), Column.Name("drops"));
        foreach ((string name, LinkSeries direction) in rows)
        {
            double[] bytes = Sparkline.Sums(direction, bin => bin.Bytes, until, parts);
            double[] waiting = Sparkline.Sums(direction, bin => bin.WaitingTime, until, parts);
            double length = until / (double)parts;
            table.Add(
                name,
                Sparkline.Of(bytes),
                HumanText.Rate((long)(bytes.Max() * BitsPerByte * TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerSecond / length)),
                Sparkline.Of(waiting),
                waiting.Max() == 0 ? "-" : HumanText.Mean(waiting.Max() / length),
                Sparkline.Of(Sparkline.Sums(direction, bin => bin.Drops, until, parts)));
        }

        table.Write(console);
    }
}
