using Wavetank.Links.Places;

namespace Wavetank.Devices.Topologies;

/// <content>Regions of the world.</content>
public sealed partial class TopologyPlan
{
    /// <summary>The regions where none are chosen: one for each continent that has several.</summary>
    public static IReadOnlyList<string> DefaultRegions { get; } = ["virginia", "sao-paulo", "frankfurt", "mumbai", "singapore", "sydney"];

    /// <summary>
    /// A router in each region, called as the region is, each joined to every other, with hosts (<c>frankfurt-host-1</c> …). The delays
    /// between regions are those of the distances.
    /// </summary>
    /// <param name="regions">The regions, 2 to 400, each once.</param>
    /// <param name="hosts">Hosts in each region, 0 or more.</param>
    /// <exception cref="ArgumentException">A region is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan World(IReadOnlyList<KnownPlace> regions, int hosts = 1)
    {
        ArgumentNullException.ThrowIfNull(regions);
        Check((long)regions.Count * hosts, 0, nameof(hosts));
        if (regions.Count is < 2 or > 400)
        {
            throw new ArgumentOutOfRangeException(nameof(regions), regions.Count, "A world has 2 regions or more, up to 400.");
        }

        TopologyPlan plan = new();
        foreach (KnownPlace region in regions)
        {
            if (plan.Find(region.Name) is not null)
            {
                throw new ArgumentException($"The region '{region.Name}' is there twice.", nameof(regions));
            }

            plan.Add(new PlannedDevice(region.Name, PlannedDeviceKind.Router) { Place = region.Place });
        }

        plan.JoinAll([.. regions.Select(region => region.Name)]);
        return plan.WithHosts(hosts);
    }

    /// <summary>The plan with hosts at each of its routers, which are called by it and stand where it stands: <c>frankfurt-host-1</c> ….</summary>
    /// <param name="hosts">How many at each router, 0 or more.</param>
    /// <exception cref="ArgumentException">Such a name is taken, or there are too many devices.</exception>
    public TopologyPlan WithHosts(int hosts)
    {
        TopologyPlan plan = new();
        foreach (PlannedDevice device in _devices)
        {
            plan.Add(device);
        }

        foreach (PlannedLink link in _links)
        {
            plan.Add(link);
        }

        foreach (PlannedDevice router in _devices.Where(device => device.Kind == PlannedDeviceKind.Router))
        {
            for (int i = 1; i <= hosts; i++)
            {
                string name = $"{router.Name}-host-{i}";
                plan.Add(new PlannedDevice(name, PlannedDeviceKind.Host) { Group = $"{router.Name}-host", Place = router.Place });
                plan.Join(name, router.Name, PlannedLink.AccessLinks);
            }
        }

        return plan;
    }
}
