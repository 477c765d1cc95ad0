using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>What bulk transfers report by interval.</summary>
internal static class SharedReports
{
    internal static readonly Option<Duration> Interval = Option<Duration>.Optional(
        "interval", ValueFormats.Duration, "Over which times it reports the goodput, as iperf does; it does not when absent.",
        new OrderedRange<Duration>(new Duration(1_000_000)));

    internal static readonly MetricKind Slowest = new("slowest-interval", "The least goodput of a whole interval, where interval is given.", MetricUnit.Rate, Better.Higher);

    internal static readonly MetricKind Fastest = new("fastest-interval", "The most goodput of a whole interval, where interval is given.", MetricUnit.Rate, Better.Higher);

    internal static readonly ReportKind Intervals = new(
        "Intervals",
        "A row for each interval from the first connection to the last byte, where interval is given; of more than 10,000 two become one.",
        new ReportColumn("from", "When it begins.", MetricUnit.Duration),
        new ReportColumn("until", "When it ends: of the last, with the last byte.", MetricUnit.Duration),
        new ReportColumn("bytes", "Payload bytes in it.", MetricUnit.Size),
        new ReportColumn("goodput", "The same as bits per second.", MetricUnit.Rate));
}
