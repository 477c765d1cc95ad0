using Wavetank.Applications.Distributed;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>leader-election</c>.</summary>
internal static class LeaderElection
{
    internal static readonly Option<Duration> Heartbeat = Option<Duration>.WithDefault(
        "heartbeat", ValueFormats.Duration, new Duration(50_000_000), "How often a leader says that it is there.", SharedOptions.Positive);

    internal static readonly Option<Distribution> Patience = Option<Distribution>.Optional(
        "patience", ValueFormats.Distribution, "How long silence is borne before a member stands for election; uniform(150ms, 300ms) when absent.");

    internal static readonly Option<Duration> Duration = Option<Duration>.WithDefault(
        "duration", ValueFormats.Duration, new Duration(30_000_000_000), "How long it takes part; after a restart anew.", SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "leader-election",
        "A member of a group that elects a leader as Raft does, over UDP.",
        [GroupKeys.Members, GroupKeys.Port, Heartbeat, Patience, Duration],
        [
            Metrics.Count("Elections won."),
            GroupKeys.Bytes,
            Metrics.Errors,
            new MetricKind("leaders", "Members that lead, or believe so, at the end.", MetricUnit.Count, Better.Neither),
            new MetricKind("term", "The latest term; of several members the greatest.", MetricUnit.Count, Better.Neither),
            new MetricKind("elections", "Elections begun.", MetricUnit.Count, Better.Lower),
            new MetricKind(
                "without-leader", "How long a member was without a leader: from the last word of one to the first of the next; a mean over members.", MetricUnit.Duration, Better.Lower),
        ],
        context => new Wavetank.Applications.Distributed.LeaderElection(new ElectionOptions
        {
            Members = context.Members(GroupKeys.Members),
            Port = context.Options.Port(GroupKeys.Port),
            Heartbeat = context.Options.Get(Heartbeat).ToTimeSpan(),
            Patience = context.Options.TryGet(Patience, out Distribution? patience) ? context.Draws(patience!, Patience.Name) : null,
            Duration = context.Options.Get(Duration).ToTimeSpan(),
            Disk = context.Kept<ElectionDisk>(),
        }))
    {
        Counts = new CountedWords("election won", "elections won"),
        Check = values => values.TryGet(Patience, out Distribution? patience) && patience!.IsZero
            ? (Patience, "without patience nobody ever leads; write a time longer than the heartbeat's")
            : null,
        Report = new ReportKind(
            "Leaders",
            "A row for each time that a member led, or believed so.",
            new ReportColumn("from", "When it was elected.", MetricUnit.Duration),
            new ReportColumn("until", "When it heard of a later term; nothing where it did not: it crashed, or leads still.", MetricUnit.Duration),
            new ReportColumn("term", "The term in which it led.", MetricUnit.Count)),
    };
}
