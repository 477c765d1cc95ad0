using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>bulk-sender</c>.</summary>
internal static class BulkSender
{
    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<ByteSize> Size = Option<ByteSize>.Optional(
        "size", ValueFormats.Size, "How much to send; give either this or duration.", new OrderedRange<ByteSize>(new ByteSize(1)));

    internal static readonly Option<Duration> Duration = Option<Duration>.Optional(
        "duration", ValueFormats.Duration, "How long to send; give either this or size.", SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "bulk-sender",
        "Connects to a bulk-receiver and sends as fast as TCP allows, by size or for a time.",
        [To, Size, Duration, SharedReports.Interval, .. TcpKeys.OfApplications],
        [
            Metrics.Count("Transfers completed.", Better.Higher),
            new MetricKind("bytes", "Payload bytes handed to TCP.", MetricUnit.Size, Better.Neither),
            Metrics.Errors,
            Metrics.Goodput,
            SharedReports.Slowest,
            SharedReports.Fastest,
            Metrics.Retransmissions,
        ],
        Create)
    {
        Counts = new CountedWords("transfer", "transfers"),
        OneOf = [Size, Duration],
        Report = SharedReports.Intervals,
    };

    private static Wavetank.Applications.BulkSender Create(ApplicationContext context)
    {
        Destination to = context.Options.Get(To);
        return new Wavetank.Applications.BulkSender(
            to.Device,
            to.Port!.Value,
            context.Options.GivenOrNull(Size)?.Bytes,
            context.Options.GivenOrNull(Duration)?.ToTimeSpan(),
            TcpKeys.Read(context.Options),
            context.Options.GivenOrNull(SharedReports.Interval)?.ToTimeSpan());
    }
}
