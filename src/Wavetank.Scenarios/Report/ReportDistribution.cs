using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Recording.Metrics;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Results;

namespace Wavetank.Scenarios.Report;

/// <summary>A distribution of times that a report shows.</summary>
/// <param name="What">What the times are.</param>
/// <param name="Of">Of what.</param>
/// <param name="Number">How many.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Percentile">The value that so many per cent do not exceed.</param>
/// <param name="Values">The values in rising order, each with how often it occurred.</param>
internal sealed record ReportDistribution(
    string What, string Of, long Number, long Minimum, double Mean, long Maximum, Func<double, long> Percentile,
    IReadOnlyList<(long Nanoseconds, long Count)> Values)
{
    // Each kind for itself; those with the longest times are shown.
    private const int MostOfAKind = 40;
    private const int MostValues = 512;

    internal static IEnumerable<ReportDistribution> All(ScenarioResult result, BuiltScenario built, ReportConnections connections) =>
        [.. RoundTrips(built), .. FlowCompletions(connections.All), .. QueueWaits(result)];

    private static IEnumerable<ReportDistribution> RoundTrips(BuiltScenario built) => Longest(built.Applications
        .Select(group => Take("round trip", $"{group[0].Spec.On} {group[0].Spec.Name}", ApplicationResults.RoundTrips(group))));

    private static IEnumerable<ReportDistribution> QueueWaits(ScenarioResult result) => Longest(result.Links
        .SelectMany(link => link.Members)
        .SelectMany(member => new[] { (member.Name, "forward", member.Forward.Figures.QueueWaits), (member.Name, "backward", member.Backward.Figures.QueueWaits) })
        .Where(direction => direction.QueueWaits.Maximum > 0)
        .Select(direction => Take("queue wait", $"{direction.Name} {direction.Item2}", direction.QueueWaits)));

    /// <summary>From the first byte sent to the acknowledgment of the last, of flows that got all their bytes across; those with the same server together.</summary>
    private static IEnumerable<ReportDistribution> FlowCompletions(IEnumerable<ReportConnection> connections)
    {
        var groups = new OrderedDictionary<string, Histogram>(StringComparer.Ordinal);
        foreach (ReportConnection connection in connections)
        {
            Record(connection, connection.First);
            if (connection.Second is { } second)
                Record(connection, second);
        }

        return Longest(groups.Select(group => Take("flow completion", group.Key, group.Value)));

        void Record(ReportConnection connection, TcpFlow flow)
        {
            if (flow.Info is not { BytesAcknowledged: > 0, SendQueue: 0, FirstPayloadSentAt: { } first, LastPayloadAcknowledgedAt: { } last })
                return;

            // Where nobody saw who opened it, the server's is the lower port: clients take theirs from the dynamic ones.
            bool isClients = connection.IsOpener(flow) ?? PortOf(flow.To) <= PortOf(flow.From);
            string group = isClients ? $"to {flow.To}" : $"from {flow.From}";
            if (!groups.TryGetValue(group, out Histogram? times))
                groups.Add(group, times = new Histogram());
            times.Record(last - first);
        }
    }

    private static int PortOf(string end) => int.Parse(end.AsSpan(end.LastIndexOf(':') + 1), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<ReportDistribution> Longest(IEnumerable<ReportDistribution> all)
    {
        ReportDistribution[] some = [.. all.Where(distribution => distribution.Number > 0)];
        HashSet<ReportDistribution> longest = [.. some.OrderByDescending(distribution => distribution.Maximum).Take(MostOfAKind)];
        return some.Where(longest.Contains);
    }

    private static ReportDistribution Take(string what, string of, Histogram values) => new(
        what, of, values.Count, values.Minimum, values.Mean, values.Maximum, values.Percentile, Thin(values.Values(), values.Maximum));

    private static ReportDistribution Take(string what, string of, WaitTimes values) => new(
        what, of, values.Count, values.Minimum, values.Mean, values.Maximum, values.Percentile, Thin(values.Values(), values.Maximum));

    /// <summary>Of too many values, neighbours together: each stands for those below it, so that no share of the whole is told too small a time.</summary>
    private static (long Nanoseconds, long Count)[] Thin(IEnumerable<(long Value, long Count)> values, long maximum)
    {
        (long Value, long Count)[] all = [.. values];

        // The others may be the middles of buckets; the greatest is known.
        if (all.Length > 0)
            all[^1].Value = maximum;
        int together = (all.Length + MostValues - 1) / MostValues;
        return together <= 1 ? all : [.. all.Chunk(together).Select(part => (part[^1].Value, part.Sum(value => value.Count)))];
    }
}
