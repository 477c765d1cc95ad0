using Wavetank.Applications;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>udp-echo-client</c>.</summary>
internal static class UdpEchoClient
{
    // RFC 791 §3.1 and RFC 768: 65,535 octets less 20 of IPv4 header and 8 of UDP header.
    private static readonly ByteSize MaxDatagram = new(65507);

    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<ByteSize> Size = Option<ByteSize>.WithDefault(
        "size", ValueFormats.Size, new ByteSize(64), "The size of each datagram's payload.",
        new OrderedRange<ByteSize>(new ByteSize(1), MaxDatagram));

    internal static readonly Option<long> Count = Option<long>.WithDefault(
        "count", ValueFormats.Count, 1, "How many datagrams to send.", SharedOptions.Counts);

    internal static readonly Option<Distribution> Think = Option<Distribution>.WithDefault(
        "think", ValueFormats.Distribution, Distribution.Constant(new Duration(0)),
        "The pause between a reply, or giving up on it, and the next datagram.");

    internal static readonly Option<Duration> Timeout = Option<Duration>.WithDefault(
        "timeout", ValueFormats.Duration, new Duration(1_000_000_000), "How long to wait for a reply before it counts as an error.",
        SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "udp-echo-client",
        "Sends datagrams to a udp-echo-server one after the other and verifies each reply.",
        [To, Size, Count, Think, Timeout],
        [Metrics.Count("Replies received and found right.", Better.Higher), Metrics.Bytes, Metrics.Errors, Metrics.Goodput, Metrics.RoundTrip],
        context => new Wavetank.Applications.UdpEchoClient(Describe(context)))
    {
        Counts = new CountedWords("reply verified", "replies verified"),
    };

    private static EchoOptions Describe(ApplicationContext context)
    {
        Destination to = context.Options.Get(To);
        return new EchoOptions
        {
            Host = to.Device,
            Port = to.Port!.Value,
            Size = (int)context.Options.Get(Size).Bytes,
            Count = context.Options.Get(Count),
            Think = context.Draws(Think),
            Timeout = context.Options.Get(Timeout).ToTimeSpan(),
        };
    }
}
