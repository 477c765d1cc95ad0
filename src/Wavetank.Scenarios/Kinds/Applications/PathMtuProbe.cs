using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>path-mtu-probe</c>.</summary>
internal static class PathMtuProbe
{
    internal static readonly Option<Destination> To = Option<Destination>.Required("to", ValueFormats.Device, "The device to find the path MTU to.");

    internal static readonly Option<ByteSize> Largest = Option<ByteSize>.WithDefault(
        "largest", ValueFormats.Size, new ByteSize(1500), "The largest packet to try.",
        new OrderedRange<ByteSize>(new ByteSize(68), new ByteSize(65_500)));

    internal static readonly Option<Duration> Timeout = Option<Duration>.WithDefault(
        "timeout", ValueFormats.Duration, new Duration(1_000_000_000), "How long to wait for each reply, in whole milliseconds.",
        new OrderedRange<Duration>(new Duration(1_000_000), new Duration(3_600_000_000_000)));

    internal static readonly ApplicationKind Kind = new(
        "path-mtu-probe",
        "Finds the largest packet that reaches a host whole, by echo requests that may not be fragmented.",
        [To, Largest, Timeout],
        [
            Metrics.Count("Replies received."),
            Metrics.Errors,
            new MetricKind("mtu", "The largest packet that came back, headers included; a mean over hosts.", MetricUnit.Size, Better.Neither),
        ],
        context => new Wavetank.Applications.Probes.PathMtuProbe(
            context.Options.Get(To).Device, (int)context.Options.Get(Largest).Bytes, context.Options.Get(Timeout).ToTimeSpan()))
    {
        Counts = new CountedWords("reply", "replies"),
    };
}
