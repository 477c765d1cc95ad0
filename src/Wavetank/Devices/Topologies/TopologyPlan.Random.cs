using Wavetank.Engine;

namespace Wavetank.Devices.Topologies;

/// <content>Shapes that are drawn.</content>
public sealed partial class TopologyPlan
{
    private const int MostRandomRouters = 5000;

    /// <summary>Routers at random places of a unit square, joined where they are not further apart than a radius (Gilbert, 1961).</summary>
    /// <param name="random">Where the places come from.</param>
    /// <param name="routers">How many routers, 2 to 5000.</param>
    /// <param name="radius">More than 0, up to 1.5.</param>
    /// <param name="hosts">Hosts at each router, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan RandomGeometric(RandomStream random, int routers, double radius, int hosts = 1)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(routers, MostRandomRouters);
        Check(routers, 2, nameof(routers));
        Check((long)routers * hosts, 0, nameof(hosts));
        if (radius is not (> 0 and <= 1.5))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is more than 0, up to 1.5, in a square whose side is 1.");
        }

        TopologyPlan plan = new();
        string[] all = plan.AddRouters("router", routers);
        (double X, double Y)[] places = [.. all.Select(_ => (random.NextDouble(), random.NextDouble()))];
        int[] piece = [.. Enumerable.Range(0, routers)];
        for (int i = 0; i < routers; i++)
        {
            int nearest = -1;
            for (int j = 0; j < i; j++)
            {
                if (Distance(i, j) <= radius * radius)
                {
                    plan.Join(all[j], all[i]);
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
                plan.Join(all[nearest], all[i]);
                piece[PieceOf(i)] = PieceOf(nearest);
            }
        }

        plan.AddHostsToEach(all, hosts);
        return plan;

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

    /// <summary>Routers that come one after the other, each joined to some before it, the more likely the more links they have (Barabási and Albert, 1999).</summary>
    /// <param name="random">Where the choices come from.</param>
    /// <param name="routers">How many routers, more than <paramref name="links"/>, up to 5000.</param>
    /// <param name="links">Links that each brings, 1 or more. The first so many and one are all joined to each other.</param>
    /// <param name="hosts">Hosts at each router, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan BarabasiAlbert(RandomStream random, int routers, int links, int hosts = 1)
    {
        ArgumentNullException.ThrowIfNull(random);
        Check(links, 1, nameof(links));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(routers, MostRandomRouters);
        if (routers <= links)
        {
            throw new ArgumentOutOfRangeException(nameof(routers), routers, $"Each router brings {links} links to those before it, so there are more than {links} routers.");
        }

        Check((long)routers * Math.Max(hosts, links), 0, nameof(hosts));
        TopologyPlan plan = new();
        string[] all = plan.AddRouters("router", routers);

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
                plan.Join(all[other], all[i]);
                ends.Add(other);
                ends.Add(i);
            }
        }

        plan.AddHostsToEach(all, hosts);
        return plan;
    }
}
