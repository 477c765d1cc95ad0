using Wavetank.Applications.Probes;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>port-scan</c>.</summary>
internal static class PortScan
{
    internal static readonly Option<Destination> To = Option<Destination>.Required("to", ValueFormats.Device, "The device to scan.");

    internal static readonly ListOption<PortSpan> Ports = new(
        "ports",
        new ValueFormat<PortSpan>("port range", "a port, or two joined by a hyphen", "1-1024", PortSpan.TryParse) { Pattern = PortSpan.Pattern },
        "The ports to try, each once; 1-1024 when absent.");

    internal static readonly Option<Duration> Timeout = Option<Duration>.WithDefault(
        "timeout", ValueFormats.Duration, new Duration(1_000_000_000), "How long to wait for an answer before a port counts as filtered.", SharedOptions.Positive);

    internal static readonly Option<long> Parallel = Option<long>.WithDefault(
        "parallel", ValueFormats.Count, 10, "The most ports that are tried at once.", new OrderedRange<long>(1, 1000));

    internal static readonly ApplicationKind Kind = new(
        "port-scan",
        "Connects to the ports of a host by TCP and tells which are open, closed and filtered.",
        [To, Ports, Timeout, Parallel],
        [
            Metrics.Count("Ports of which it came to know what they are."),
            Metrics.Errors,
            new MetricKind("open", "Ports to which a connection was made.", MetricUnit.Count, Better.Neither),
            new MetricKind("closed", "Ports that answered with a reset: nobody listens.", MetricUnit.Count, Better.Neither),
            new MetricKind("filtered", "Ports that did not answer, or of which an ICMP error said that they cannot be reached.", MetricUnit.Count, Better.Neither),
            Metrics.RoundTrip,
        ],
        context => new Wavetank.Applications.Probes.PortScan(new PortScanOptions
        {
            Host = context.Options.Get(To).Device,
            Ports = [.. Spans(context.Options).SelectMany(span => Enumerable.Range(span.First, span.Last - span.First + 1)).Distinct()],
            Timeout = context.Options.Get(Timeout).ToTimeSpan(),
            Parallel = (int)context.Options.Get(Parallel),
        }))
    {
        Counts = new CountedWords("port", "ports"),
        Report = new ReportKind(
            "Ports",
            "A row for ports that follow each other and answered alike.",
            new ReportColumn("ports", "One port, or the first and the last.", null),
            new ReportColumn("state", "open, closed or filtered; unknown where the scanner's own host failed, or the run was over.", null),
            new ReportColumn("number", "How many they are.", MetricUnit.Count)),
    };

    private static IReadOnlyList<PortSpan> Spans(OptionValues values) => values.Get(Ports) is { Count: > 0 } spans ? spans : [new PortSpan(1, 1024)];
}
