using Wavetank.Scenarios.Kinds.Topologies;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of topologies: one row here, its definition in <c>Topologies/</c>.</summary>
internal static class TopologyKinds
{
    internal static readonly KindTable<TopologyKind> Table = new(
        "kind of topology",
        SimpleShapes.Pair,
        SimpleShapes.Star,
        SimpleShapes.Line,
        SimpleShapes.Ring,
        SimpleShapes.Tree,
        SimpleShapes.FullMesh,
        SimpleShapes.Dumbbell,
        DataCentreShapes.LeafSpine,
        DataCentreShapes.FatTree,
        RandomShapes.Geometric,
        RandomShapes.BarabasiAlbert,
        WorldShape.World,
        ImportedGraph.Import);
}
