using Wavetank.Links;
using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Results;

/// <summary>Measures what the expectations speak of.</summary>
internal sealed class ExpectationResults
{
    private readonly BuiltScenario _built;
    private readonly Lazy<Dictionary<string, long>> _retransmissions;
    private readonly Dictionary<string, (DirectionFigures Forward, DirectionFigures Backward)> _links = new(StringComparer.Ordinal);

    private ExpectationResults(BuiltScenario built, IReadOnlyList<LinkResult> links)
    {
        _built = built;
        _retransmissions = new(() => built.Network.TcpFlows.GroupBy(flow => flow.Host).ToDictionary(
            host => host.Key, host => host.Sum(flow => flow.Info.Retransmissions)));
        foreach (LinkMemberResult member in links.SelectMany(link => link.Members))
            _links[member.Name] = (member.Forward.Figures, member.Backward.Figures);
        foreach (LinkResult link in links)
            _links[link.Name] = (link.Forward.Figures, link.Backward.Figures);
    }

    internal static IReadOnlyList<ExpectationResult> Collect(BuiltScenario built, IReadOnlyList<LinkResult> links)
    {
        var results = new ExpectationResults(built, links);
        return [.. built.Scenario.Expectations.Select(expectation => new ExpectationResult(expectation, results.Measure(expectation)))];
    }

    private decimal? Measure(Expectation expectation)
    {
        ExpectationSubject subject = expectation.Subject;
        if (subject.Sort == SubjectSort.Link)
            return Measure(expectation, _links.TryGetValue(subject.Name, out var figures) ? figures : Sum(subject.Links));

        HashSet<string>? group = subject.Group is null ? null : [.. subject.Group];
        return Measure(expectation, [.. subject.Applications
            .SelectMany(index => _built.Applications[index])
            .Where(application => subject.Host is null ? group is null || group.Contains(application.HostName) : application.HostName == subject.Host)]);
    }

    /// <summary>Links that only an expectation takes together.</summary>
    private (DirectionFigures Forward, DirectionFigures Backward) Sum(IReadOnlyList<string> links) => (
        LinkResults.Sum([.. links.Select(link => _links[link].Forward)]), LinkResults.Sum([.. links.Select(link => _links[link].Backward)]));

    private decimal? Measure(Expectation expectation, RunningApplication[] applications)
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
            "retransmissions" => applications.Select(application => application.HostName).Distinct()
                .Sum(host => _retransmissions.Value.GetValueOrDefault(host)),
            string name => figures.Others.TryGetValue(name, out double other) ? Rounded(other) : null,
        };
    }

    private static decimal? Measure(Expectation expectation, (DirectionFigures Forward, DirectionFigures Backward) link)
    {
        DirectionFigures[] sides = expectation.Subject.Side switch
        {
            LinkSide.Forward => [link.Forward],
            LinkSide.Backward => [link.Backward],
            _ => [link.Forward, link.Backward],
        };
        if (expectation.Statistic is { } statistic)
        {
            var waits = WaitTimes.Sum(sides.Select(side => side.QueueWaits));
            return waits.Count == 0 ? null : statistic.Of(waits);
        }

        return expectation.Metric.Name switch
        {
            "packets" => sides.Sum(side => side.Packets),
            "bytes" => sides.Sum(side => side.Bytes),
            "drops" => sides.Sum(side => side.DroppedPackets),
            "marks" => sides.Sum(side => side.MarkedPackets),
            "utilisation" => Rounded(sides.Max(side => side.Utilisation)),
            "mean-queue" => Rounded(sides.Max(side => side.MeanQueue)),
            "largest-queue" => sides.Max(side => side.LargestQueue),
            var name => sides.SelectMany(side => side.Drops).Where(drop => Metrics.DropsOf(drop.Reason) == name).Sum(drop => drop.Packets),
        };
    }

    // To the six decimals of results.json, so that what is compared is what can be read.
    private static decimal Rounded(double figure) => (decimal)Math.Round(figure, ResultsJson.Decimals);
}
