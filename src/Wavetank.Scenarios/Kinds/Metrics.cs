namespace Wavetank.Scenarios.Kinds;

/// <summary>The metrics that several kinds share, and those of links.</summary>
internal static class Metrics
{
    internal static readonly MetricKind Bytes = new("bytes", "Payload bytes received and found right.", MetricUnit.Size);

    internal static readonly MetricKind Errors = new("errors", "What failed: connections, exchanges, verifications.", MetricUnit.Count);

    internal static readonly MetricKind RoundTrip = new(
        "round-trip", "The time from sending a message to having its whole reply.", MetricUnit.Duration, hasStatistics: true);

    internal static readonly MetricKind Goodput = new(
        "goodput", "Payload bits per second, from the first byte to the last.", MetricUnit.Rate);

    /// <summary>Both directions of a link together; a group of links is their sum.</summary>
    internal static readonly KindTable<MetricKind> OfLinks = new(
        "metric of a link",
        new MetricKind("packets", "Packets delivered.", MetricUnit.Count),
        new MetricKind("bytes", "Bytes delivered, headers included.", MetricUnit.Size),
        new MetricKind("drops", "Packets dropped, for whatever reason.", MetricUnit.Count));

    internal static MetricKind Count(string summary) => new("count", summary, MetricUnit.Count);
}
