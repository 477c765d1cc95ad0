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
    public static Topology AddLeafSpine(this Network network, int leaves, int spines, int hostsPerLeaf, LinkOptions? link = null)
    {
        Check(leaves, 1, nameof(leaves));
        Check(spines, 1, nameof(spines));
        Check((long)leaves * spines, 1, nameof(spines));
        Check((long)leaves * hostsPerLeaf, 0, nameof(hostsPerLeaf));
        TopologyBuilder builder = Begin(network, link);
        Router[] top = builder.AddRouters("spine", spines), bottom = builder.AddRouters("leaf", leaves);
        foreach (Router leaf in bottom)
        {
            foreach (Router spine in top)
            {
                builder.Join(leaf, spine);
            }
        }

        foreach (Router leaf in bottom)
        {
            for (int i = 0; i < hostsPerLeaf; i++)
            {
                builder.Join(builder.AddHost(), leaf);
            }
        }

        return builder.Build();
    }

    /// <summary>
    /// The fat tree of k-port switches (Al-Fares, Loukissas, Vahdat, 2008): k pods of k/2 <c>edge</c> and k/2 <c>aggregation</c> routers,
    /// (k/2)² <c>core</c> routers, and k/2 hosts at each edge: k³/4 in all.
    /// </summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="ports">k: even, 2 to 64.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is odd or out of its range.</exception>
    public static Topology AddFatTree(this Network network, int ports, LinkOptions? link = null)
    {
        if (ports is < 2 or > 64 || ports % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(ports), ports, "A fat tree is made of switches with an even number of ports, 2 to 64.");
        }

        int half = ports / 2;
        TopologyBuilder builder = Begin(network, link);
        Router[] core = builder.AddRouters("core", half * half);
        Router[] aggregation = builder.AddRouters("aggregation", ports * half), edge = builder.AddRouters("edge", ports * half);
        for (int pod = 0; pod < ports; pod++)
        {
            for (int i = 0; i < half; i++)
            {
                Router above = aggregation[(pod * half) + i];
                for (int j = 0; j < half; j++)
                {
                    builder.Join(above, core[(i * half) + j]);
                    builder.Join(edge[(pod * half) + j], above);
                }
            }
        }

        foreach (Router router in edge)
        {
            for (int i = 0; i < half; i++)
            {
                builder.Join(builder.AddHost(), router);
            }
        }

        return builder.Build();
    }
}
