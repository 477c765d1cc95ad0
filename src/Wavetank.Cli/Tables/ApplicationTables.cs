using Spectre.Console;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>What the applications did, and how long their round trips took. A group of hosts is one row, with its sum.</summary>
internal static class ApplicationTables
{
    internal static void WriteCounts(ScenarioResult result, IAnsiConsole console)
    {
        var table = new PlainTable(
            "Applications",
            Column.Name("on"),
            Column.Name("application"),
            Column.Number("done", gap: 1),
            Column.Words(""),
            Column.Number("bytes"),
            Column.Number("errors"),
            Column.Number("goodput"));
        foreach (ApplicationResult application in result.Applications)
        {
            ApplicationFigures figures = application.Total;
            table.Add(
                figures.Errors > 0 ? new Style(Color.Red) : Style.Plain,
                Place(application),
                application.Name,
                HumanText.Count(figures.Count),
                application.Kind.Counts.Behind(figures.Count),
                HumanText.Size(figures.Bytes),
                HumanText.Count(figures.Errors),
                figures.Goodput == 0 ? "-" : HumanText.Rate(figures.Goodput));
        }

        table.Write(console);
    }

    internal static void WriteErrors(ScenarioResult result, IAnsiConsole console)
    {
        var table = new PlainTable("Errors", Column.Name("on"), Column.Name("application"), Column.Words("the first"));
        foreach (ApplicationResult application in result.Applications.Where(application => application.Total.Errors > 0))
            table.Add(Place(application), application.Name, string.Join("; ", application.Total.FirstErrors));
        table.Write(console);
    }

    internal static void WriteRoundTrips(ScenarioResult result, IAnsiConsole console)
    {
        ApplicationResult[] measured = [.. result.Applications.Where(application => application.Total.RoundTrip is not null)];
        if (measured.Length == 0)
            return;

        // A place with one application is name enough.
        bool named = measured.DistinctBy(application => application.On).Count() < measured.Length;
        IEnumerable<Column> names = named ? [Column.Name("on"), Column.Name("application")] : [Column.Name("on")];
        IEnumerable<string> statistics = measured[0].Total.RoundTrip!.Statistics.Select(statistic => statistic.Name);
        var table = new PlainTable("Round trips", [.. names, .. statistics.Select(name => Column.Number(name))]);
        foreach (ApplicationResult application in measured)
        {
            IEnumerable<string> cells = named ? [Place(application), application.Name] : [Place(application)];
            IEnumerable<string> values = application.Total.RoundTrip!.Statistics.Select(statistic => HumanText.Time(statistic.Nanoseconds));
            table.Add([.. cells, .. values]);
        }

        table.Write(console);
    }

    internal static string Place(ApplicationResult application) =>
        application.Hosts.Count > 1 ? $"{application.On} ×{application.Hosts.Count}" : application.On;
}
