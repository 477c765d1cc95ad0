using Wavetank.Links;
using Wavetank.Links.Places;

namespace Wavetank.Devices.Topologies;

/// <summary>
/// Well-known topologies. Each call adds devices <c>host-1</c>, <c>host-2</c> …, routers by their part in it (<c>router-1</c>,
/// <c>leaf-1</c>, <c>spine-1</c> …), and links called by their two ends, such as <c>host-1-leaf-1</c>. Names must be free in the network.
/// </summary>
public static partial class Generators
{
    /// <summary>The most devices that one call makes.</summary>
    public const int MaximumDevices = 100_000;

    /// <summary>Two hosts, joined by a link.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="link">The conditions of the link. Default: no delay, no loss, no limit.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    public static Topology AddPair(this Network network, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.Pair(), link);

    /// <summary>Hosts around one router.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="hosts">How many hosts, 1 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddStar(this Network network, int hosts, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.Star(hosts), link);

    /// <summary>Routers in a row, each with a host.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 1 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddLine(this Network network, int routers, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.Line(routers), link);

    /// <summary>Routers in a ring, each with a host.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 3 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddRing(this Network network, int routers, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.Ring(routers), link);

    /// <summary>A tree of routers, <c>router-1</c> its root, with a host at each leaf.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="depth">Levels below the root, 1 or more.</param>
    /// <param name="fanOut">Children of each router, 2 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddTree(this Network network, int depth, int fanOut, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.Tree(depth, fanOut), link);

    /// <summary>Routers of which each is joined to every other, each with a host.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 2 to 1000.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddFullMesh(this Network network, int routers, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.FullMesh(routers), link);

    /// <summary>Hosts <c>left-1</c> … at <c>router-1</c>, hosts <c>right-1</c> … at <c>router-2</c>, and a bottleneck between the two.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="pairs">How many hosts at each side, 1 or more.</param>
    /// <param name="bottleneck">The conditions of the link <c>router-1-router-2</c>.</param>
    /// <param name="link">The conditions of all others.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddDumbbell(this Network network, int pairs, LinkOptions? bottleneck = null, LinkOptions? link = null) =>
        Add(network, TopologyPlan.Dumbbell(pairs), planned => planned.Group == "bottleneck" ? bottleneck : link);

    /// <summary>Regions of the world: a router in each, called as the region is, each joined to every other, with hosts (<c>frankfurt-host-1</c> …).</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="regions">The regions, 2 or more, each once, such as those of <see cref="KnownPlaces.All"/>.</param>
    /// <param name="hosts">Hosts in each region, 0 or more.</param>
    /// <param name="link">The conditions of every link; between regions with the delay of the distance where they say none.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddWorld(this Network network, IReadOnlyList<KnownPlace> regions, int hosts = 1, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.World(regions, hosts), link);

    /// <summary>Adds the devices and links of a plan, such as one that <see cref="TopologyText"/> read from a file.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="link">What holds where the plan says nothing of a link. Default: no delay, no loss, no limit.</param>
    /// <exception cref="ArgumentException">A name is taken, or a link would join switches in a ring.</exception>
    public static Topology AddTopology(this Network network, TopologyPlan plan, LinkOptions? link = null) => Add(network, plan, _ => link);

    private static Topology Add(Network network, TopologyPlan plan, Func<PlannedLink, LinkOptions?> conditions)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        var builder = new TopologyBuilder(network, plan);
        foreach (PlannedDevice device in plan.Devices)
        {
            builder.Add(device);
        }

        foreach (PlannedLink link in plan.Links)
        {
            builder.Add(link, conditions(link) ?? new LinkOptions());
        }

        return builder.Build();
    }
}
