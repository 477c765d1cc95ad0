using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>The rows of networks that are drawn from the seed.</summary>
internal static class RandomShapes
{
    private static readonly Option<long> GeometricRouters = SharedTopologyOptions.Routers(20, 2, 5000);
    private static readonly Option<Factor> Radius = Option<Factor>.WithDefault(
        "radius", ValueFormats.Factor, new Factor(0.3m), "How far apart two routers may be that are joined; the side of the square is 1.",
        new OrderedRange<Factor>(new Factor(0.001m), new Factor(1.5m)));

    private static readonly Option<long> AttachedRouters = SharedTopologyOptions.Routers(20, 2, 5000);
    private static readonly Option<long> LinksOfEach = SharedTopologyOptions.Number(
        "links", 2, "How many links each router brings to those before it; there are more routers than that.", 1, 100);

    internal static readonly TopologyKind Geometric = new(
        "random-geometric", "Routers at random places, joined where they are near to each other, with hosts at each.",
        arguments => TopologyPlan.RandomGeometric(
            arguments.Random(), arguments.Values.Int(GeometricRouters), (double)arguments.Values.Get(Radius).Value, arguments.Values.Int(SharedTopologyOptions.HostsAtEach)),
        GeometricRouters, Radius, SharedTopologyOptions.HostsAtEach);

    internal static readonly TopologyKind BarabasiAlbert = new(
        "barabasi-albert", "Routers that come one after the other, each joined to some before it, the more likely the more links they have; with hosts at each.",
        arguments => TopologyPlan.BarabasiAlbert(
            arguments.Random(), arguments.Values.Int(AttachedRouters), arguments.Values.Int(LinksOfEach), arguments.Values.Int(SharedTopologyOptions.HostsAtEach)),
        AttachedRouters, LinksOfEach, SharedTopologyOptions.HostsAtEach);
}
