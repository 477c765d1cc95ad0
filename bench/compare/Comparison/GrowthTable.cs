using System.Text;

namespace Wavetank.Compare.Comparison;

/// <summary>Shows what a unit of work costs as the network grows, and what one idle thing takes.</summary>
internal sealed class GrowthTable(RunLog log, StringBuilder text)
{
    public void Add(IReadOnlyList<GrowthRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.AppendLine("""

            ## Growth

            | workload | size | figure | unit | to the smallest | peak MiB | goal | met |
            |---|---|---|---|---|---|---|---|
            """);
        foreach (GrowthRow row in rows)
        {
            double smallest = row.Measure.Of(log.Median(row.NameOf(row.Sizes[0]), Side.Wavetank)!);
            foreach (int size in row.Sizes)
            {
                Measuring.Figures run = log.Median(row.NameOf(size), Side.Wavetank)!;
                double figure = row.Measure.Of(run);
                bool met = (row.IsRelative ? figure / smallest : figure) <= row.Bound;
                string goal = row.IsRelative ? $"within {row.Bound:0} x" : $"under {Numbers.Whole(row.Bound)}";
                text.AppendLine(
                    $"| {row.Title} | {Numbers.Whole(size)} {row.Parameter} | {Numbers.Short(figure)} | {row.Measure.Unit} "
                    + $"| {Numbers.Short(figure / smallest)} | {Numbers.Short(run["peak_rss_mib"])} | {goal} | {(met ? "yes" : "**no**")} |");
            }
        }
    }
}
