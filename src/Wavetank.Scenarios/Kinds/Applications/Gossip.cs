using Wavetank.Applications.Distributed;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>gossip</c>.</summary>
internal static class Gossip
{
    internal static readonly Option<Duration> Interval = Option<Duration>.WithDefault(
        "interval", ValueFormats.Duration, new Duration(100_000_000), "The time from one round to the next.", SharedOptions.Positive);

    internal static readonly Option<long> Fanout = Option<long>.WithDefault(
        "fanout", ValueFormats.Count, 1, "How many others are told in a round.", new OrderedRange<long>(1, 1000));

    internal static readonly Option<long> Rounds = Option<long>.WithDefault(
        "rounds", ValueFormats.Count, 50, "Rounds after which it stops.", new OrderedRange<long>(1, 1_000_000));

    internal static readonly ApplicationKind Kind = new(
        "gossip",
        "A member of a group in which each has a rumour, and tells all that it knows to others picked at random, over UDP.",
        [GroupKeys.Members, GroupKeys.Port, Interval, Fanout, Rounds],
        [
            Metrics.Count("Rumours known at the end.", Better.Higher),
            GroupKeys.Bytes,
            Metrics.Errors,
            new MetricKind("informed", "Members that know all rumours.", MetricUnit.Count, Better.Higher),
            new MetricKind("spread", "The time from a member's start until it knew all rumours; the most of those that do.", MetricUnit.Duration, Better.Lower),
            new MetricKind("messages", "Messages sent.", MetricUnit.Count, Better.Lower),
            new MetricKind("stale", "Messages received that told nothing new.", MetricUnit.Count, Better.Lower),
        ],
        context => new Wavetank.Applications.Distributed.Gossip(new GossipOptions
        {
            Members = context.Members(GroupKeys.Members),
            Port = context.Options.Port(GroupKeys.Port),
            Interval = context.Options.Get(Interval).ToTimeSpan(),
            Fanout = (int)context.Options.Get(Fanout),
            Rounds = (int)context.Options.Get(Rounds),
        }))
    {
        Counts = new CountedWords("rumour", "rumours"),
    };
}
