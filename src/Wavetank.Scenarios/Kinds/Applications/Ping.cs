using Wavetank.Applications;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>ping</c>.</summary>
internal static class Ping
{
    internal static readonly Option<Destination> To = Option<Destination>.Required(
        "to", ValueFormats.Device, "The device to ping.");

    internal static readonly Option<long> Count = Option<long>.WithDefault(
        "count", ValueFormats.Count, 4, "How many echo requests to send.", SharedOptions.Counts);

    internal static readonly Option<Duration> Interval = Option<Duration>.WithDefault(
        "interval", ValueFormats.Duration, new Duration(1_000_000_000), "The time from one request to the next.", SharedOptions.Positive);

    // 65,535 octets less 20 of IPv4 header and 8 of ICMP header (RFC 792). 56 is what ping commands send.
    internal static readonly Option<ByteSize> Size = Option<ByteSize>.WithDefault(
        "size", ValueFormats.Size, new ByteSize(56), "The size of each request's payload.",
        new OrderedRange<ByteSize>(new ByteSize(0), new ByteSize(65507)));

    internal static readonly Option<Duration> Timeout = Option<Duration>.WithDefault(
        "timeout", ValueFormats.Duration, new Duration(1_000_000_000), "How long to wait for a reply before it counts as an error.",
        SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "ping",
        "Sends ICMP echo requests and times the replies.",
        [To, Count, Interval, Size, Timeout],
        [Metrics.Count("Replies received.", Better.Higher), Metrics.Bytes, Metrics.Errors, Metrics.RoundTrip],
        Create)
    {
        Counts = new CountedWords("reply", "replies"),
    };

    private static PingApplication Create(ApplicationContext context) => new(
        context.Options.Get(To).Device,
        context.Options.Get(Count),
        context.Options.Get(Interval).ToTimeSpan(),
        (int)context.Options.Get(Size).Bytes,
        context.Options.Get(Timeout).ToTimeSpan());
}
