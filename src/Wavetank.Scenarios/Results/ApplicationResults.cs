using Wavetank.Applications;
using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Building;

namespace Wavetank.Scenarios.Results;

/// <summary>Takes the figures of applications, alone and together.</summary>
internal static class ApplicationResults
{
    private const int MaxErrorTexts = 5;

    internal static IReadOnlyList<ApplicationResult> Collect(BuiltScenario built) => [.. built.Applications.Select(Collect)];

    private static ApplicationResult Collect(IReadOnlyList<RunningApplication> group) => new(
        group[0].Spec.On,
        group[0].Spec.Name,
        group[0].Spec.Kind,
        Sum(group),
        [.. group.Select(application => new HostApplicationResult(application.HostName, Sum([application])) { Rows = application.Metrics.Rows })]);

    /// <summary>The figures of applications together; of no applications, zeros.</summary>
    internal static ApplicationFigures Sum(IReadOnlyList<RunningApplication> applications)
    {
        long bytes = applications.Sum(application => application.Metrics.Bytes);
        return new ApplicationFigures(
            applications.Sum(application => application.Metrics.Count),
            bytes,
            applications.Sum(Errors),
            [.. applications.SelectMany(ErrorTexts).Distinct().Take(MaxErrorTexts)],
            Goodput.Of(
                bytes,
                applications.Min(application => application.Metrics.FirstByteAt),
                applications.Max(application => application.Metrics.LastByteAt)),
            RoundTripFigures.Of(RoundTrips(applications)))
        {
            Others = Others(applications),
        };
    }

    private static SortedDictionary<string, double> Others(IReadOnlyList<RunningApplication> applications)
    {
        var others = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (IGrouping<string, ApplicationFigure> figures in applications
            .SelectMany(application => application.Metrics.Figures).GroupBy(pair => pair.Key, pair => pair.Value))
        {
            if (figures.Aggregate(static (left, right) => left.With(right)).Value is { } value)
                others[figures.Key] = value;
        }

        return others;
    }

    /// <summary>The round-trip times of applications together.</summary>
    internal static Histogram RoundTrips(IReadOnlyList<RunningApplication> applications)
    {
        if (applications.Count == 1)
            return applications[0].RoundTrips;

        var all = new Histogram();
        foreach (RunningApplication application in applications)
            all.Merge(application.RoundTrips);
        return all;
    }

    private static long Errors(RunningApplication application) =>
        application.Metrics.Errors + (application.Failure is null ? 0 : 1);

    private static IEnumerable<string> ErrorTexts(RunningApplication application) =>
        application.Failure is { } failure
            ? [.. application.Metrics.FirstErrors, $"ended early: {failure.SocketErrorCode} ({failure.Message})"]
            : application.Metrics.FirstErrors;
}
