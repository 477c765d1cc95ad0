using Wavetank.Devices.Topologies;
using Wavetank.Links.Places;
using Wavetank.Scenarios.Kinds.Places;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>The row of regions of the world.</summary>
internal static class WorldShape
{
    private static readonly ListOption<PlaceKind> Regions = new(
        "regions", ValueFormats.KindOf(() => PlaceKinds.Table),
        $"The regions, by the names of places; {string.Join(", ", TopologyPlan.DefaultRegions)} when absent.");

    private static readonly Option<long> Hosts = SharedTopologyOptions.Hosts(1, "How many hosts there are in each region.");

    internal static readonly TopologyKind World = new(
        "world", "A router in each of some regions of the world, each joined to every other with the delay of the distance, with hosts at each.",
        arguments => TopologyPlan.World(RegionsOf(arguments.Values), arguments.Values.Int(Hosts)), Regions, Hosts);

    private static KnownPlace[] RegionsOf(OptionValues values)
    {
        IEnumerable<PlaceKind> chosen = values.Has(Regions) ? values.Get(Regions) : TopologyPlan.DefaultRegions.Select(name => PlaceKinds.Table.Find(name)!);
        return [.. chosen.Select(kind => new KnownPlace(kind.Name, kind.Summary, kind.Place))];
    }
}
