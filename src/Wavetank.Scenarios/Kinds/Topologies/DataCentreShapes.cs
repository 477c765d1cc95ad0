using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Checking;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>The rows of data centres.</summary>
internal static class DataCentreShapes
{
    private static readonly Option<long> Leaves = SharedTopologyOptions.Number("leaves", 4, "How many leaves there are.", 1, CheckingLimits.MaxDevices);
    private static readonly Option<long> Spines = SharedTopologyOptions.Number("spines", 2, "How many spines there are.", 1, CheckingLimits.MaxDevices);
    private static readonly Option<long> Hosts = SharedTopologyOptions.Hosts(4, "How many hosts hang on each leaf.");
    private static readonly Option<long> Ports = SharedTopologyOptions.Number("ports", 4, "How many ports each router has, an even number.", 2, 64);

    internal static readonly TopologyKind LeafSpine = new(
        "leaf-spine", "Every leaf is joined to every spine, and hosts hang on the leaves.",
        arguments => TopologyPlan.LeafSpine(arguments.Values.Int(Leaves), arguments.Values.Int(Spines), arguments.Values.Int(Hosts)), Leaves, Spines, Hosts);

    internal static readonly TopologyKind FatTree = new(
        "fat-tree", "The fat tree of k-port routers: k pods of edge and aggregation routers, core routers above, k³/4 hosts.",
        arguments => TopologyPlan.FatTree(arguments.Values.Int(Ports)), Ports);
}
