using Wavetank.Applications.Requests;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>request-client</c>.</summary>
internal static class RequestClient
{
    private const long Largest = 1_000_000_000;

    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<long> Count = Option<long>.WithDefault(
        "count", ValueFormats.Count, 10, "How many requests to make.", SharedOptions.Counts);

    internal static readonly Option<SizeDistribution> Request = Option<SizeDistribution>.WithDefault(
        "request", ValueFormats.Sizes, SizeDistribution.Constant(new ByteSize(200)), "The size of each request; 16B at least, 1GB at most.");

    internal static readonly Option<SizeDistribution> Response = Option<SizeDistribution>.WithDefault(
        "response", ValueFormats.Sizes, SizeDistribution.Constant(new ByteSize(10_000)), "The size of each response; 1B at least, 1GB at most.");

    internal static readonly Option<Distribution> Think = Option<Distribution>.WithDefault(
        "think", ValueFormats.Distribution, Distribution.Constant(new Duration(0)), "The pause between a response and the next request.");

    internal static readonly Option<bool> KeepConnection = Option<bool>.Optional(
        "keep-connection", ValueFormats.Switch, "Whether requests go over one connection; each has one of its own when off; on when absent.");

    internal static readonly Option<Duration> Timeout = Option<Duration>.Optional(
        "timeout", ValueFormats.Duration, "How long to wait for a whole response, connecting included; without end when absent.", SharedOptions.Positive);

    internal static readonly Option<long> Retries = Option<long>.WithDefault(
        "retries", ValueFormats.Count, 0, "How often a request that failed is made again, over a new connection, before it counts as an error.",
        new OrderedRange<long>(0, 1000));

    internal static readonly ApplicationKind Kind = new(
        "request-client",
        "Makes requests of a request-server one after the other and times the responses.",
        [To, Count, Request, Response, Think, KeepConnection, Timeout, Retries, .. TcpKeys.OfApplications],
        [
            Metrics.Count("Responses received whole and found right.", Better.Higher),
            Metrics.Bytes,
            Metrics.Errors,
            Metrics.Goodput,
            new MetricKind(
                "response-time", "The time from a request to having its whole response, connecting and retries included.", MetricUnit.Duration, Better.Lower,
                hasStatistics: true),
            new MetricKind("requests-per-second", "Responses by the time from the start to the last of them; of several hosts, their sum.", MetricUnit.Mean, Better.Higher),
            new MetricKind("retries", "Requests made again.", MetricUnit.Count, Better.Lower),
            Metrics.Retransmissions,
        ],
        Create)
    {
        Counts = new CountedWords("response", "responses"),
    };

    private static Wavetank.Applications.Requests.RequestClient Create(ApplicationContext context)
    {
        Destination to = context.Options.Get(To);
        return new Wavetank.Applications.Requests.RequestClient(new RequestOptions
        {
            Host = to.Device,
            Port = to.Port!.Value,
            Count = context.Options.Get(Count),
            RequestSize = context.Draws(Request, 16, Largest),
            ResponseSize = context.Draws(Response, 1, Largest),
            Think = context.Draws(Think),
            KeepsConnection = context.Options.GivenOrNull(KeepConnection) ?? true,
            Timeout = context.Options.TryGet(Timeout, out Duration timeout) ? timeout.ToTimeSpan() : System.Threading.Timeout.InfiniteTimeSpan,
            Retries = context.Options.Get(Retries),
            Tcp = TcpKeys.Read(context.Options),
        });
    }
}
