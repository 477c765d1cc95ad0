using Wavetank.Applications.Web;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>web-client</c>.</summary>
internal static class WebClient
{
    private const long Largest = 1_000_000_000;

    internal static readonly Option<Destination> To = SharedOptions.To;

    internal static readonly Option<long> Pages = Option<long>.WithDefault(
        "pages", ValueFormats.Count, 1, "How many pages to load.", SharedOptions.Counts);

    internal static readonly Option<SizeDistribution> Main = Option<SizeDistribution>.WithDefault(
        "main", ValueFormats.Sizes, SizeDistribution.Constant(new ByteSize(50_000)), "The size of a page's main object; 1B at least, 1GB at most.");

    internal static readonly Option<long> Objects = Option<long>.WithDefault(
        "objects", ValueFormats.Count, 20, "How many objects the main object names.", new OrderedRange<long>(0, 10_000));

    internal static readonly Option<SizeDistribution> Object = Option<SizeDistribution>.WithDefault(
        "object", ValueFormats.Sizes, SizeDistribution.Constant(new ByteSize(25_000)), "The size of each object; 1B at least, 1GB at most.");

    internal static readonly Option<long> Connections = Option<long>.WithDefault(
        "connections", ValueFormats.Count, 6, "The most connections at once.", new OrderedRange<long>(1, 1000));

    internal static readonly Option<Distribution> Think = Option<Distribution>.WithDefault(
        "think", ValueFormats.Distribution, Distribution.Constant(new Duration(0)), "The time between one page and the next.");

    internal static readonly ApplicationKind Kind = new(
        "web-client",
        "Loads pages from a web-server: a main object, then what it names over several connections.",
        [To, Pages, Main, Objects, Object, Connections, Think, .. TcpKeys.OfApplications],
        [
            Metrics.Count("Pages loaded whole.", Better.Higher),
            Metrics.Bytes,
            Metrics.Errors,
            Metrics.Goodput,
            new MetricKind("page-load", "The time from asking for a page to having its last object, connecting included.", MetricUnit.Duration, Better.Lower, hasStatistics: true),
            Metrics.Retransmissions,
        ],
        Create)
    {
        Counts = new CountedWords("page", "pages"),
    };

    private static Wavetank.Applications.Web.WebClient Create(ApplicationContext context)
    {
        Destination to = context.Options.Get(To);
        return new Wavetank.Applications.Web.WebClient(new WebOptions
        {
            Host = to.Device,
            Port = to.Port!.Value,
            Pages = context.Options.Get(Pages),
            MainSize = context.Draws(Main, 1, Largest),
            Objects = (int)context.Options.Get(Objects),
            ObjectSize = context.Draws(Object, 1, Largest),
            Connections = (int)context.Options.Get(Connections),
            Think = context.Draws(Think),
            Tcp = TcpKeys.Read(context.Options),
        });
    }
}
