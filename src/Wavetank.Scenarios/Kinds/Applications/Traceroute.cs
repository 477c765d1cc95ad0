using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>traceroute</c>.</summary>
internal static class Traceroute
{
    internal static readonly Option<Destination> To = Option<Destination>.Required("to", ValueFormats.Device, "The device to find the way to.");

    internal static readonly Option<long> Hops = Option<long>.WithDefault(
        "hops", ValueFormats.Count, 30, "The most hops to try.", new OrderedRange<long>(1, 255));

    internal static readonly Option<Duration> Timeout = Option<Duration>.WithDefault(
        "timeout", ValueFormats.Duration, new Duration(1_000_000_000), "How long to wait for each answer, in whole milliseconds.",
        new OrderedRange<Duration>(new Duration(1_000_000), new Duration(3_600_000_000_000)));

    internal static readonly ApplicationKind Kind = new(
        "traceroute",
        "Finds the way to a host by echo requests whose time to live grows.",
        [To, Hops, Timeout],
        [
            Metrics.Count("Hops that answered, the host among them."),
            Metrics.Errors,
            new MetricKind("hops", "Hops to the host: one more than the routers between; the most of several hosts'.", MetricUnit.Count, Better.Neither),
            Metrics.RoundTrip,
        ],
        context => new Wavetank.Applications.Probes.Traceroute(
            context.Options.Get(To).Device, (int)context.Options.Get(Hops), context.Options.Get(Timeout).ToTimeSpan()))
    {
        Counts = new CountedWords("hop", "hops"),
    };
}
