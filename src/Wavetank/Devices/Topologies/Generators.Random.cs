using Wavetank.Engine;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

public static partial class Generators
{
    /// <summary>
    /// Routers at random places of a unit square, joined where they are not further apart than a radius (Gilbert, 1961), each with a host.
    /// What is left in pieces is joined by as few and as short links as can be, so that all can talk. The places follow from the
    /// network's seed.
    /// </summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 2 to 5000.</param>
    /// <param name="radius">More than 0, up to 1.5.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddRandomGeometric(this Network network, int routers, double radius, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.RandomGeometric(Random(network, "random-geometric"), routers, radius), link);

    /// <summary>
    /// Routers that come one after the other, each joined to some of those before it, the more likely the more links they have (Barabási
    /// and Albert, 1999), each with a host. Who is joined to whom follows from the network's seed.
    /// </summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, more than <paramref name="links"/>, up to 5000.</param>
    /// <param name="links">Links that each brings, 1 or more. The first so many and one are all joined to each other.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddBarabasiAlbert(this Network network, int routers, int links, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.BarabasiAlbert(Random(network, "barabasi-albert"), routers, links), link);

    private static RandomStream Random(Network network, string kind)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Simulator.CreateRandomStream($"topology/{kind}");
    }
}
