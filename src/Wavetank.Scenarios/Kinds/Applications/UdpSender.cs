using Wavetank.Applications.Datagrams;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>udp-sender</c>.</summary>
internal static class UdpSender
{
    // RFC 791 §3.1 and RFC 768: 65,535 octets less 20 of IPv4 header and 8 of UDP header.
    private const long Largest = 65507;

    private const long Least = 16;

    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<long> Count = Option<long>.Optional(
        "count", ValueFormats.Count, "How many datagrams to send; give either this or duration.", SharedOptions.Counts);

    internal static readonly Option<Duration> Duration = Option<Duration>.Optional(
        "duration", ValueFormats.Duration, "How long to send; give either this or count.", SharedOptions.Positive);

    internal static readonly Option<SizeDistribution> Size = Option<SizeDistribution>.WithDefault(
        "size", ValueFormats.Sizes, SizeDistribution.Constant(new ByteSize(1000)), "The size of each datagram's payload; 16B at least, 65507B at most.");

    internal static readonly Option<Distribution> Gap = Option<Distribution>.WithDefault(
        "gap", ValueFormats.Distribution, Distribution.Constant(new Duration(20_000_000)),
        "The time from one datagram to the next: a duration for a constant rate, exponential(…) for a Poisson process; 1us at least.");

    internal static readonly Option<Distribution> Burst = Option<Distribution>.Optional(
        "burst", ValueFormats.Distribution, "How long it sends before it pauses; without end when absent.");

    internal static readonly Option<Distribution> Pause = Option<Distribution>.WithDefault(
        "pause", ValueFormats.Distribution, Distribution.Constant(new Duration(1_000_000_000)), "How long it is silent between bursts, where burst is given.");

    internal static readonly ApplicationKind Kind = new(
        "udp-sender",
        "Sends datagrams to a udp-sink by the clock: at a constant rate, as a Poisson process, or in bursts.",
        [To, Count, Duration, Size, Gap, Burst, Pause],
        [
            Metrics.Count("Datagrams sent."),
            new MetricKind("bytes", "Payload bytes sent.", MetricUnit.Size, Better.Neither),
            Metrics.Errors,
            Metrics.Goodput,
        ],
        Create)
    {
        Counts = new CountedWords("datagram", "datagrams"),
        OneOf = [Count, Duration],
    };

    private static Wavetank.Applications.Datagrams.UdpSender Create(ApplicationContext context)
    {
        Destination to = context.Options.Get(To);
        return new Wavetank.Applications.Datagrams.UdpSender(new UdpSenderOptions
        {
            Host = to.Device,
            Port = to.Port!.Value,
            Count = context.Options.GivenOrNull(Count),
            Duration = context.Options.GivenOrNull(Duration)?.ToTimeSpan(),
            Size = context.Draws(Size, Least, Largest),
            Gap = AtLeastAMicrosecond(context.Draws(Gap)),
            Burst = context.Options.Has(Burst) ? AtLeastAMicrosecond(context.Draws(Burst)) : null,
            Pause = context.Options.Has(Burst) ? context.Draws(Pause) : null,
        });
    }

    // Time must pass between two datagrams, or an endless sender would stop the clock.
    private static Func<TimeSpan> AtLeastAMicrosecond(Func<TimeSpan>? draw)
    {
        var least = TimeSpan.FromMicroseconds(1);
        return draw is null ? () => least : () => TimeSpan.FromTicks(Math.Max(draw().Ticks, least.Ticks));
    }
}
