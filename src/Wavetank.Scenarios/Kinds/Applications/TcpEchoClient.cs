using Wavetank.Applications;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>tcp-echo-client</c>.</summary>
internal static class TcpEchoClient
{
    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<ByteSize> Size = Option<ByteSize>.WithDefault(
        "size", ValueFormats.Size, new ByteSize(64), "The size of each message.",
        new OrderedRange<ByteSize>(new ByteSize(1), new ByteSize(1_000_000_000)));

    internal static readonly Option<long> Count = Option<long>.WithDefault(
        "count", ValueFormats.Count, 1, "How many messages to exchange.", SharedOptions.Counts);

    internal static readonly Option<Distribution> Think = Option<Distribution>.WithDefault(
        "think", ValueFormats.Distribution, Distribution.Constant(new Duration(0)), "The pause between a reply and the next message.");

    internal static readonly Option<Duration> Timeout = Option<Duration>.Optional(
        "timeout", ValueFormats.Duration, "How long to wait for a reply before the exchange counts as an error; without end when absent.",
        SharedOptions.Positive);

    internal static readonly ApplicationKind Kind = new(
        "tcp-echo-client",
        "Connects to a tcp-echo-server, sends messages one after the other and verifies each reply.",
        [To, Size, Count, Think, Timeout, .. TcpKeys.OfApplications],
        [Metrics.Count("Replies received whole and found right.", Better.Higher), Metrics.Bytes, Metrics.Errors, Metrics.Goodput, Metrics.RoundTrip, Metrics.Retransmissions],
        context => new Wavetank.Applications.TcpEchoClient(Describe(context)))
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
            Tcp = TcpKeys.Read(context.Options),
            Timeout = context.Options.TryGet(Timeout, out Duration timeout) ? timeout.ToTimeSpan() : System.Threading.Timeout.InfiniteTimeSpan,
        };
    }
}
