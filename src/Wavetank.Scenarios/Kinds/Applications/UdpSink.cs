namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>udp-sink</c>.</summary>
internal static class UdpSink
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly ApplicationKind Kind = new(
        "udp-sink",
        "Receives the datagrams of udp-senders and tells loss, reordering and jitter.",
        [Port],
        [
            Metrics.Count("Datagrams received, each once.", Better.Higher),
            new MetricKind("bytes", "Payload bytes received.", MetricUnit.Size, Better.Higher),
            Metrics.Errors,
            Metrics.Goodput,
            new MetricKind("loss", "The part of datagrams, up to the last that came, that did not come.", MetricUnit.Part, Better.Lower),
            new MetricKind("lost", "Datagrams, up to the last that came, that did not come.", MetricUnit.Count, Better.Lower),
            new MetricKind("reordered", "Datagrams that came after one that was sent later (RFC 4737).", MetricUnit.Count, Better.Lower),
            new MetricKind("duplicates", "Datagrams that came again.", MetricUnit.Count, Better.Lower),
            FurtherMetrics.Delay,
            FurtherMetrics.Jitter,
        ],
        context => new Wavetank.Applications.Datagrams.UdpSink(context.Options.Port(Port)))
    {
        Counts = new CountedWords("datagram", "datagrams"),
        IsServer = true,
    };
}
