using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

public static partial class Generators
{
    /// <summary>Every leaf is joined to every spine, and hosts hang on the leaves (Clos): <c>host-1</c> … at <c>leaf-1</c>, then those at <c>leaf-2</c>.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="leaves">How many leaves, 1 or more.</param>
    /// <param name="spines">How many spines, 1 or more.</param>
    /// <param name="hostsPerLeaf">How many hosts at each leaf, 0 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddLeafSpine(this Network network, int leaves, int spines, int hostsPerLeaf, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.LeafSpine(leaves, spines, hostsPerLeaf), link);

    /// <summary>
    /// The fat tree of k-port switches (Al-Fares, Loukissas, Vahdat, 2008): k pods of k/2 <c>edge</c> and k/2 <c>aggregation</c> routers,
    /// (k/2)² <c>core</c> routers, and k/2 hosts at each edge: k³/4 in all.
    /// </summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="ports">k: even, 2 to 64.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is odd or out of its range.</exception>
    public static Topology AddFatTree(this Network network, int ports, LinkOptions? link = null) =>
        network.AddTopology(TopologyPlan.FatTree(ports), link);
}
