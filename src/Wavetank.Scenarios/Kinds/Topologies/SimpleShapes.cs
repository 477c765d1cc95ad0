using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Checking;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>The rows of the simple shapes.</summary>
internal static class SimpleShapes
{
    private static readonly Option<long> StarHosts = SharedTopologyOptions.Hosts(4, "How many hosts there are.", 1);
    private static readonly Option<long> LineRouters = SharedTopologyOptions.Routers(3, 1, CheckingLimits.MaxDevices);
    private static readonly Option<long> RingRouters = SharedTopologyOptions.Routers(4, 3, CheckingLimits.MaxDevices);
    private static readonly Option<long> MeshRouters = SharedTopologyOptions.Routers(4, 2, 400);
    private static readonly Option<long> Depth = SharedTopologyOptions.Number("depth", 2, "How many levels there are below the root.", 1, 16);
    private static readonly Option<long> FanOut = SharedTopologyOptions.Number("fan-out", 2, "How many children each router has.", 2, 10_000);
    private static readonly Option<long> LeafHosts = SharedTopologyOptions.Hosts(1, "How many hosts hang on each leaf.");
    private static readonly Option<long> Pairs = SharedTopologyOptions.Number("pairs", 2, "How many hosts there are at each side.", 1, CheckingLimits.MaxDevices / 2);

    internal static readonly TopologyKind Pair = new("pair", "Two hosts and a link between them.", _ => TopologyPlan.Pair()) { LinkGroups = ["link"] };

    internal static readonly TopologyKind Star = new(
        "star", "Hosts around one router.", arguments => TopologyPlan.Star(arguments.Values.Int(StarHosts)), StarHosts)
    { LinkGroups = [PlannedLink.AccessLinks] };

    internal static readonly TopologyKind Line = new(
        "line", "Routers in a row, with hosts at each.",
        arguments => TopologyPlan.Line(arguments.Values.Int(LineRouters), arguments.Values.Int(SharedTopologyOptions.HostsAtEach)),
        LineRouters, SharedTopologyOptions.HostsAtEach);

    internal static readonly TopologyKind Ring = new(
        "ring", "Routers in a ring, with hosts at each.",
        arguments => TopologyPlan.Ring(arguments.Values.Int(RingRouters), arguments.Values.Int(SharedTopologyOptions.HostsAtEach)),
        RingRouters, SharedTopologyOptions.HostsAtEach);

    internal static readonly TopologyKind Tree = new(
        "tree", "A tree of routers, router-1 its root, with hosts at its leaves.",
        arguments => TopologyPlan.Tree(arguments.Values.Int(Depth), arguments.Values.Int(FanOut), arguments.Values.Int(LeafHosts)),
        Depth, FanOut, LeafHosts);

    internal static readonly TopologyKind FullMesh = new(
        "full-mesh", "Routers of which each is joined to every other, with hosts at each.",
        arguments => TopologyPlan.FullMesh(arguments.Values.Int(MeshRouters), arguments.Values.Int(SharedTopologyOptions.HostsAtEach)),
        MeshRouters, SharedTopologyOptions.HostsAtEach);

    internal static readonly TopologyKind Dumbbell = new(
        "dumbbell", "Hosts left-1, left-2, … at one router, right-1, right-2, … at another, and a bottleneck between the two.",
        arguments => TopologyPlan.Dumbbell(arguments.Values.Int(Pairs)), Pairs)
    { LinkGroups = [PlannedLink.AccessLinks, "bottleneck"] };
}
