using Wavetank.Links;
using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Results;

/// <summary>Measures what the expectations speak of.</summary>
internal static class ExpectationResults
{
    internal static IReadOnlyList<ExpectationResult> Collect(BuiltScenario built)
    {
        Dictionary<string, Link> links = built.Links.SelectMany(group => group).ToDictionary(link => link.Name);
        return [.. built.Scenario.Expectations.Select(expectation => new ExpectationResult(expectation, expectation.Subject.Sort == SubjectSort.Link
            ? Measure(expectation, [.. expectation.Subject.Links.Select(name => links[name])])
            : Measure(expectation, Applications(built, expectation.Subject))))];
    }

    private static RunningApplication[] Applications(BuiltScenario built, ExpectationSubject subject) =>
        [.. subject.Applications
            .SelectMany(index => built.Applications[index])
            .Where(application => subject.Host is null || application.HostName == subject.Host)];

    private static decimal? Measure(Expectation expectation, RunningApplication[] applications)
    {
        if (expectation.Statistic is { } statistic)
        {
            Histogram values = ApplicationResults.RoundTrips(applications);
            return values.Count == 0 ? null : statistic.Of(values);
        }

        ApplicationFigures figures = ApplicationResults.Sum(applications);
        return expectation.Metric.Name switch
        {
            "count" => figures.Count,
            "bytes" => figures.Bytes,
            "errors" => figures.Errors,
            "goodput" => figures.Goodput,
            _ => throw Unknown(expectation),
        };
    }

    private static decimal? Measure(Expectation expectation, Link[] links)
    {
        return expectation.Metric.Name switch
        {
            "packets" => Sum(statistics => statistics.ArrivedPackets),
            "bytes" => Sum(statistics => statistics.ArrivedBytes),
            "drops" => Sum(statistics => statistics.DroppedPackets),
            _ => throw Unknown(expectation),
        };

        decimal Sum(Func<LinkStatistics, long> figure) => links.Sum(link => figure(link.ForwardStatistics) + figure(link.BackwardStatistics));
    }

    private static InvalidOperationException Unknown(Expectation expectation) =>
        new($"The metric {expectation.Metric} of {expectation.Subject.Name} has no figure.");
}
