using Spectre.Console;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What some kinds of application measure and others do not: a table for each kind, with its metrics in their order.</summary>
internal static class FigureTables
{
    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        foreach (IGrouping<ApplicationKind, ApplicationResult> kind in result.Applications.Where(application => application.Total.Others.Count > 0).GroupBy(application => application.Kind))
            WriteKind(kind.Key, [.. kind], console);
    }

    private static void WriteKind(ApplicationKind kind, ApplicationResult[] applications, IAnsiConsole console)
    {
        MetricKind[] metrics = [.. kind.Metrics.Where(metric => applications.Any(application => application.Total.Others.ContainsKey(metric.Name)))];

        // A name that is the kind's says nothing more.
        bool isNamed = applications.Any(application => application.Name != kind.Name);
        var table = new PlainTable(
            $"Figures: {kind.Name}",
            [Column.Name("on"), .. isNamed ? (Column[])[Column.Name("application")] : [], .. metrics.Select(metric => Column.Number(metric.Name))]);
        foreach (ApplicationResult application in applications)
        {
            IEnumerable<string> names = isNamed ? [ApplicationTables.Place(application), application.Name] : [ApplicationTables.Place(application)];
            table.Add([.. names, .. metrics.Select(metric => Text(application.Total, metric))]);
        }

        table.Write(console);
    }

    private static string Text(ApplicationFigures figures, MetricKind metric) =>
        figures.Others.TryGetValue(metric.Name, out double value) ? HumanText.Figure((decimal)value, metric.Unit) : "-";
}
