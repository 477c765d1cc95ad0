using Wavetank.Scenarios.Kinds.Keys;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>bulk-receiver</c>.</summary>
internal static class BulkReceiver
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly ApplicationKind Kind = new(
        "bulk-receiver",
        "Accepts TCP connections, reads each to its end and verifies every byte.",
        [Port, SharedReports.Interval, .. TcpKeys.OfApplications],
        [
            Metrics.Count("Connections read to their end.", Better.Higher),
            Metrics.Bytes,
            Metrics.Errors,
            Metrics.Goodput,
            SharedReports.Slowest,
            SharedReports.Fastest,
            Metrics.Retransmissions,
        ],
        context => new Wavetank.Applications.BulkReceiver(
            context.Options.Port(Port), TcpKeys.Read(context.Options), context.Options.GivenOrNull(SharedReports.Interval)?.ToTimeSpan()))
    {
        Counts = new CountedWords("transfer verified", "transfers verified"),
        IsServer = true,
        Report = SharedReports.Intervals,
    };
}
