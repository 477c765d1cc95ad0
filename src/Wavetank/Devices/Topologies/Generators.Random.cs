using Wavetank.Engine;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

public static partial class Generators
{
    private const int MostRandomRouters = 5000;

    /// <summary>
    /// Routers at random places of a unit square, joined where they are not further apart than a radius (Gilbert, 1961), each with a host.
    /// What is left in pieces is joined by the shortest link to a router before it, so that all can talk. The places follow from the
    /// network's seed.
    /// </summary>
    /// <param name="network">The network to add to.</param>
    /// <param name="routers">How many routers, 2 to 5000.</param>
    /// <param name="radius">More than 0, up to 1.5.</param>
    /// <param name="link">The conditions of every link.</param>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Topology AddRandomGeometric(this Network network, int routers, double radius, LinkOptions? link = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(routers, MostRandomRouters);
        Check(routers, 2, nameof(routers));
        if (radius is not (> 0 and <= 1.5))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is more than 0, up to 1.5, in a square whose side is 1.");
        }

        TopologyBuilder builder = Begin(network, link);
        RandomStream random = network.Simulator.CreateRandomStream("topology/random-geometric");
        Router[] all = builder.AddRouters("router", routers);
        (double X, double Y)[] places = [.. all.Select(_ => (random.NextDouble(), random.NextDouble()))];
        int[] piece = [.. Enumerable.Range(0, routers)];
        for (int i = 0; i < routers; i++)
        {
            int nearest = -1;
            for (int j = 0; j < i; j++)
            {
                if (Distance(i, j) <= radius * radius)
                {
                    builder.Join(all[j], all[i]);
                    piece[PieceOf(i)] = PieceOf(j);
                }
            }

            for (int j = 0; j < i; j++)
            {
                if (PieceOf(i) != PieceOf(j) && (nearest < 0 || Distance(i, j) < Distance(i, nearest)))
                {
                    nearest = j;
                }
            }

            // All before it are one piece already.
            if (nearest >= 0)
            {
                builder.Join(all[nearest], all[i]);
                piece[PieceOf(i)] = PieceOf(nearest);
            }
        }

        builder.AddHostToEach(all);
        return builder.Build();

        double Distance(int i, int j)
        {
            double x = places[i].X - places[j].X, y = places[i].Y - places[j].Y;
            return (x * x) + (y * y);
        }

        int PieceOf(int i)
        {
            while (piece[i] != i)
            {
                i = piece[i] = piece[piece[i]];
            }

            return i;
        }
    }

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
    public static Topology AddBarabasiAlbert(this Network network, int routers, int links, LinkOptions? link = null)
    {
        Check(links, 1, nameof(links));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(routers, MostRandomRouters);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(routers, links);
        TopologyBuilder builder = Begin(network, link);
        RandomStream random = network.Simulator.CreateRandomStream("topology/barabasi-albert");
        Router[] all = builder.AddRouters("router", routers);

        // Each end of a link once: to draw from it is to draw by the number of links.
        List<int> ends = [];
        for (int i = 1; i < routers; i++)
        {
            HashSet<int> chosen = [];
            List<int> order = [];
            while (order.Count < Math.Min(i, links))
            {
                int other = i <= links ? order.Count : ends[(int)random.NextInt64(ends.Count)];
                if (chosen.Add(other))
                {
                    order.Add(other);
                }
            }

            foreach (int other in order)
            {
                builder.Join(all[other], all[i]);
                ends.Add(other);
                ends.Add(i);
            }
        }

        builder.AddHostToEach(all);
        return builder.Build();
    }
}
