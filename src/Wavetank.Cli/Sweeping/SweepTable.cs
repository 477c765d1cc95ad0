using System.Globalization;
using Spectre.Console;
using Wavetank.Cli.Tables;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Words;
using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Cli.Sweeping;

/// <summary>The points of a sweep with the means of some metrics and how far each may be off.</summary>
internal static class SweepTable
{
    private const int MostRows = 60;

    internal static void Write(SweepResults sweep, IReadOnlyList<MetricRecord> metrics, IAnsiConsole console, bool allRows)
    {
        (int Index, SweepParameter Parameter)[] varied = [.. sweep.Plan.Design.Parameters.Index().Where(parameter => parameter.Item.Varies)];
        int rows = sweep.Plan.Design.Points.Count, most = allRows ? int.MaxValue : MostRows;
        console.Write(new Text(Quoted.Plain(sweep.Plan.ScenarioName), new Style(decoration: Decoration.Bold)));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" · {rows} {(rows == 1 ? "point" : "points")} · seeds {SweepSeeds.Format(sweep.Plan.Seeds)}"));
        List<MetricRecord> shown = Fitting(sweep, varied, metrics, console.Profile.Width);
        var table = new PlainTable(
            ReportTables.Title(string.Create(CultureInfo.InvariantCulture, $"Means, ± half of their {SweepPlanConfidence}% intervals"), rows, most),
            [Column.Number("point"), .. varied.Select(parameter => Column.Number(parameter.Parameter.Path)), Column.Number("runs"), .. shown.Select(metric => Column.Number(metric.Name))]);
        foreach (SweepPoint point in sweep.Plan.Design.Points.Take(most))
            table.Add([.. Keys(sweep, point, varied), .. shown.Select(metric => Cell(sweep.StatisticOf(point, metric), metric))]);
        table.Write(console);
        if (shown.Count < metrics.Count)
            console.WriteLine($"  {metrics.Count - shown.Count} more metrics do not fit the width: {string.Join(", ", metrics.Except(shown).Select(metric => metric.Name))}");
        WriteFailures(sweep, console, most);
        console.WriteLine();
    }

    private static int SweepPlanConfidence => (int)(Studies.Sweeping.SweepPlan.Confidence * 100);

    /// <summary>The metrics whose columns the terminal has room for; the first in any case.</summary>
    private static List<MetricRecord> Fitting(SweepResults sweep, (int Index, SweepParameter Parameter)[] varied, IReadOnlyList<MetricRecord> metrics, int width)
    {
        const int gap = 2;
        int used = gap + "point".Length + gap + "runs".Length + varied.Sum(parameter => gap + Math.Max(parameter.Parameter.Path.Length, parameter.Parameter.Values.Max(value => value.Length)));
        var shown = new List<MetricRecord>();
        foreach (MetricRecord metric in metrics)
        {
            used += gap + Math.Max(metric.Name.Length, sweep.Plan.Design.Points.Max(point => Cell(sweep.StatisticOf(point, metric), metric).Length));
            if (used > width && shown.Count > 0)
                break;
            shown.Add(metric);
        }

        return shown;
    }

    private static IEnumerable<string> Keys(SweepResults sweep, SweepPoint point, (int Index, SweepParameter Parameter)[] varied)
    {
        IReadOnlyList<RunRecord> runs = sweep.RunsOf(point);
        int failed = runs.Count(run => run.Failed);
        string number = (runs.Count - failed).ToString(CultureInfo.InvariantCulture);
        return
        [
            point.Id.ToString(CultureInfo.InvariantCulture),
            .. varied.Select(parameter => Quoted.Plain(parameter.Parameter.Values[point.Values[parameter.Index]])),
            failed == 0 ? number : string.Create(CultureInfo.InvariantCulture, $"{number}, {failed} failed"),
        ];
    }

    private static string Cell(StatisticRecord? statistic, MetricRecord metric)
    {
        if (statistic is null)
            return "-";
        MetricUnit unit = MetricUnitNames.Find(metric.Unit) ?? MetricUnit.Mean;
        // The farther end, where the interval is not around the mean.
        return statistic.Interval is { } interval
            ? $"{Figure(statistic.Mean, unit)} ± {Figure(Math.Max(interval.High - statistic.Mean, statistic.Mean - interval.Low), unit)}"
            : Figure(statistic.Mean, unit);
    }

    // A mean of counts need not be whole.
    private static string Figure(double value, MetricUnit unit) =>
        HumanText.Figure((decimal)value, unit == MetricUnit.Count && Math.Abs(value) < 1000 && value != Math.Floor(value) ? MetricUnit.Mean : unit);

    private static void WriteFailures(SweepResults sweep, IAnsiConsole console, int most)
    {
        RunRecord[] failed = [.. sweep.Plan.Design.Points.SelectMany(sweep.RunsOf).Where(run => run.Failed)];
        var table = new PlainTable(ReportTables.Title("Runs that failed", failed.Length, most), Column.Number("point"), Column.Number("seed"), Column.Words("why"));
        foreach (RunRecord run in failed.Take(most))
            table.Add(run.Point.ToString(CultureInfo.InvariantCulture), run.Seed.ToString(CultureInfo.InvariantCulture), Quoted.Plain(run.Error));
        table.Write(console);
    }
}
