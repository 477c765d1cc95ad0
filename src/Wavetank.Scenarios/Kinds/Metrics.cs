using Wavetank.Packets;
using Wavetank.Recording;
namespace Wavetank.Scenarios.Kinds;

/// <summary>The metrics that several kinds share, and those of links.</summary>
internal static class Metrics
{
    internal static readonly MetricKind Bytes = new("bytes", "Payload bytes received and found right.", MetricUnit.Size, Better.Higher);

    internal static readonly MetricKind Errors = new("errors", "What failed: connections, exchanges, verifications.", MetricUnit.Count, Better.Lower);

    internal static readonly MetricKind RoundTrip = new(
        "round-trip", "The time from sending a message to having its whole reply.", MetricUnit.Duration, Better.Lower, hasStatistics: true);

    internal static readonly MetricKind Goodput = new(
        "goodput", "Payload bits per second, from the first byte to the last.", MetricUnit.Rate, Better.Higher);

    /// <summary>TCP cannot tell which of a host's applications a segment was for, so this is the host's.</summary>
    internal static readonly MetricKind Retransmissions = new(
        "retransmissions", "TCP segments sent again by the hosts that run it, for whichever application; of the flows in the results.", MetricUnit.Count, Better.Lower);

    /// <summary>The name of the metric that counts drops for one reason: <c>drops-queue-full</c>.</summary>
    internal static string DropsOf(DropReason reason) => $"drops-{DropReasonNames.Of(reason)}";

    /// <summary>Both directions of a link together, unless they say otherwise or the expectation names one; a group of links is their sum.</summary>
    internal static readonly KindTable<MetricKind> OfLinks = new(
        "metric of a link",
        new MetricKind("packets", "Packets delivered.", MetricUnit.Count, Better.Neither),
        new MetricKind("bytes", "Bytes delivered, headers included.", MetricUnit.Size, Better.Neither),
        new MetricKind("drops", "Packets dropped, for whatever reason.", MetricUnit.Count, Better.Lower),
        DropsFor(DropReason.QueueFull, "Packets dropped because the queue was full."),
        DropsFor(DropReason.QueueEarly, "Packets that the queue dropped before it was full, to slow their senders down."),
        DropsFor(DropReason.Policed, "Packets dropped because they exceeded a token bucket."),
        DropsFor(DropReason.LinkLoss, "Packets lost on the way."),
        DropsFor(DropReason.LinkRule, "Packets dropped by a rule of the link."),
        DropsFor(DropReason.LinkDown, "Packets dropped because the link was cut."),
        new MetricKind("marks", "Packets that the queue marked instead of dropping them (ECN).", MetricUnit.Count, Better.Neither),
        new MetricKind("queue-wait", "How long a packet waited before it was sent.", MetricUnit.Duration, Better.Lower, hasStatistics: true),
        new MetricKind("utilisation", "The part of the time in which the link was sending: of the busier direction, as in the tables.", MetricUnit.Part, Better.Neither),
        new MetricKind("mean-queue", "Packets that waited, as a mean: of the direction in which more did.", MetricUnit.Mean, Better.Lower),
        new MetricKind("largest-queue", "The most packets that ever waited in one direction.", MetricUnit.Count, Better.Lower));

    private static MetricKind DropsFor(DropReason reason, string summary) => new(DropsOf(reason), summary, MetricUnit.Count, Better.Lower);

    internal static MetricKind Count(string summary, Better better = Better.Neither) => new("count", summary, MetricUnit.Count, better);
}
