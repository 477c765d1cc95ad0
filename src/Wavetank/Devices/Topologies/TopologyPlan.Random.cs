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
        for (int i = 0; i < routers; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (IsNear(i, j))
                {
                    plan.Join(all[j], all[i]);
                }
            }
        }

        JoinPieces();
        plan.AddHostsToEach(all, hosts);
        return plan;

        double Distance(int i, int j)
        {
            double x = places[i].X - places[j].X, y = places[i].Y - places[j].Y;
            return (x * x) + (y * y);
        }

        bool IsNear(int i, int j) => Distance(i, j) <= radius * radius;

        // Prim's shortest tree, in which what is near costs nothing: so as few and as short links as can be join the pieces.
        void JoinPieces()
        {
            double[] costs = [.. Enumerable.Repeat(double.PositiveInfinity, routers)];
            int[] from = new int[routers];
            List<int> others = [.. Enumerable.Range(1, routers - 1)];
            for (int reached = 0; others.Count > 0;)
            {
                int next = others[0];
                foreach (int other in others)
                {
                    double cost = IsNear(reached, other) ? 0 : Distance(reached, other);
                    if (cost < costs[other])
                    {
                        (costs[other], from[other]) = (cost, reached);
                    }

                    next = costs[other] < costs[next] ? other : next;
                }

                if (costs[next] > 0)
                {
                    plan.Join(all[Math.Min(from[next], next)], all[Math.Max(from[next], next)]);
                }

                others.Remove(next);
                reached = next;
            }
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
