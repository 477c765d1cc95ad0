using Wavetank.Packets;
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
            return Measure(expectation.Metric, _links[subject.Name].Forward, _links[subject.Name].Backward);

        return Measure(expectation, [.. subject.Applications
            .SelectMany(index => _built.Applications[index])
            .Where(application => subject.Host is null || application.HostName == subject.Host)]);
    }

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
            _ => throw Unknown(expectation.Metric),
        };
    }

    private static decimal Measure(MetricKind metric, DirectionFigures forward, DirectionFigures backward) => metric.Name switch
    {
        "packets" => forward.Packets + backward.Packets,
        "bytes" => forward.Bytes + backward.Bytes,
        "drops" => forward.DroppedPackets + backward.DroppedPackets,
        "drops-queue-full" => Drops(DropReason.QueueFull, forward, backward),
        "drops-link-loss" => Drops(DropReason.LinkLoss, forward, backward),
        "drops-link-rule" => Drops(DropReason.LinkRule, forward, backward),
        "drops-link-down" => Drops(DropReason.LinkDown, forward, backward),
        "utilisation" => Rounded(Math.Max(forward.Utilisation, backward.Utilisation)),
        "mean-queue" => Rounded(Math.Max(forward.MeanQueue, backward.MeanQueue)),
        "largest-queue" => Math.Max(forward.LargestQueue, backward.LargestQueue),
        _ => throw Unknown(metric),
    };

    private static long Drops(DropReason reason, DirectionFigures forward, DirectionFigures backward) =>
        forward.Drops.Concat(backward.Drops).Where(drop => drop.Reason == reason).Sum(drop => drop.Packets);

    // To the six decimals of results.json, so that what is compared is what can be read.
    private static decimal Rounded(double figure) => (decimal)Math.Round(figure, ResultsJson.Decimals);

    private static InvalidOperationException Unknown(MetricKind metric) => new($"The metric {metric} has no figure.");
}
