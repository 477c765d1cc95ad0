using Wavetank.Links;

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
    public static Topology AddPair(this Network network, LinkOptions? link = null)
    {
        TopologyBuilder builder = Begin(network, link);
        builder.Join(builder.AddHost(), builder.AddHost());
        return builder.Build();
    }

    /// <summary>Hosts around one router.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="hosts">How many hosts, 1 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddStar(this Network network, int hosts, LinkOptions? link = null)
    {
        Check(hosts, 1, nameof(hosts));
        TopologyBuilder builder = Begin(network, link);
        Router hub = builder.AddRouter();
        for (int i = 0; i < hosts; i++)
        {
            builder.Join(builder.AddHost(), hub);
        }

        return builder.Build();
    }

    /// <summary>Routers in a row, each with a host.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 1 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddLine(this Network network, int routers, LinkOptions? link = null)
    {
        Check(routers, 1, nameof(routers));
        TopologyBuilder builder = Begin(network, link);
        Router[] row = builder.AddRouters("router", routers);
        for (int i = 1; i < row.Length; i++)
        {
            builder.Join(row[i - 1], row[i]);
        }

        builder.AddHostToEach(row);
        return builder.Build();
    }

    /// <summary>Routers in a ring, each with a host.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 3 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddRing(this Network network, int routers, LinkOptions? link = null)
    {
        Check(routers, 3, nameof(routers));
        TopologyBuilder builder = Begin(network, link);
        Router[] ring = builder.AddRouters("router", routers);
        for (int i = 0; i < ring.Length; i++)
        {
            builder.Join(ring[i], ring[(i + 1) % ring.Length]);
        }

        builder.AddHostToEach(ring);
        return builder.Build();
    }

    /// <summary>A tree of routers, <c>router-1</c> its root, with a host at each leaf.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="depth">Levels below the root, 1 or more.</param>
    /// <param name="fanOut">Children of each router, 2 or more.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddTree(this Network network, int depth, int fanOut, LinkOptions? link = null)
    {
        Check(depth, 1, nameof(depth));
        Check(fanOut, 2, nameof(fanOut));
        long size = 1, level = 1;
        for (int i = 0; i < depth && size <= MaximumDevices; i++)
        {
            level *= fanOut;
            size += level;
        }

        Check(size + level, 1, nameof(depth));
        TopologyBuilder builder = Begin(network, link);
        List<Router> above = [builder.AddRouter()];
        for (int i = 0; i < depth; i++)
        {
            List<Router> below = [];
            foreach (Router parent in above)
            {
                for (int child = 0; child < fanOut; child++)
                {
                    Router added = builder.AddRouter();
                    builder.Join(parent, added);
                    below.Add(added);
                }
            }

            above = below;
        }

        builder.AddHostToEach(above);
        return builder.Build();
    }

    /// <summary>Routers of which each is joined to every other, each with a host.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 2 to 1000.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddFullMesh(this Network network, int routers, LinkOptions? link = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(routers, 1000);
        Check(routers, 2, nameof(routers));
        TopologyBuilder builder = Begin(network, link);
        Router[] all = builder.AddRouters("router", routers);
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = i + 1; j < all.Length; j++)
            {
                builder.Join(all[i], all[j]);
            }
        }

        builder.AddHostToEach(all);
        return builder.Build();
    }

    /// <summary>Hosts <c>left-1</c> … at <c>router-1</c>, hosts <c>right-1</c> … at <c>router-2</c>, and a bottleneck between the two.</summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="pairs">How many hosts at each side, 1 or more.</param>
    /// <param name="bottleneck">The conditions of the link <c>router-1-router-2</c>.</param>
    /// <param name="link">The conditions of all others.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddDumbbell(this Network network, int pairs, LinkOptions? bottleneck = null, LinkOptions? link = null)
    {
        Check(2L * pairs, 2, nameof(pairs));
        TopologyBuilder builder = Begin(network, link);
        Router left = builder.AddRouter(), right = builder.AddRouter();
        builder.Join(left, right, bottleneck ?? new LinkOptions());
        for (int i = 1; i <= pairs; i++)
        {
            builder.Join(builder.AddHost($"left-{i}"), left);
        }

        for (int i = 1; i <= pairs; i++)
        {
            builder.Join(builder.AddHost($"right-{i}"), right);
        }

        return builder.Build();
    }

    private static TopologyBuilder Begin(Network network, LinkOptions? link)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new TopologyBuilder(network, link);
    }

    private static void Check(long count, long least, string name)
    {
        if (count < least || count > MaximumDevices)
        {
            throw new ArgumentOutOfRangeException(name, count, $"It makes {count} devices or levels; {least} to {MaximumDevices} can be.");
        }
    }
}
