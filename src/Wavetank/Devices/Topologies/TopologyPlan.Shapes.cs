namespace Wavetank.Devices.Topologies;

/// <content>The simple shapes; <see cref="Generators"/> says what each is.</content>
public sealed partial class TopologyPlan
{
    /// <summary>Two hosts and the link between them, of the group <c>link</c>.</summary>
    public static TopologyPlan Pair()
    {
        TopologyPlan plan = new();
        string first = plan.AddNext("host", PlannedDeviceKind.Host);
        plan.Join(first, plan.AddNext("host", PlannedDeviceKind.Host), "link");
        return plan;
    }

    /// <summary>Hosts around one router.</summary>
    /// <param name="hosts">How many hosts, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public static TopologyPlan Star(int hosts)
    {
        Check(hosts, 1, nameof(hosts));
        TopologyPlan plan = new();
        plan.AddHosts(plan.AddRouters("router", 1)[0], hosts);
        return plan;
    }

    /// <summary>Routers in a row.</summary>
    /// <param name="routers">How many routers, 1 or more.</param>
    /// <param name="hosts">Hosts at each router, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan Line(int routers, int hosts = 1)
    {
        Check(routers, 1, nameof(routers));
        Check((long)routers * hosts, 0, nameof(hosts));
        TopologyPlan plan = new();
        string[] row = plan.AddRouters("router", routers);
        for (int i = 1; i < row.Length; i++)
        {
            plan.Join(row[i - 1], row[i]);
        }

        plan.AddHostsToEach(row, hosts);
        return plan;
    }

    /// <summary>Routers in a ring.</summary>
    /// <param name="routers">How many routers, 3 or more.</param>
    /// <param name="hosts">Hosts at each router, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan Ring(int routers, int hosts = 1)
    {
        Check(routers, 3, nameof(routers));
        Check((long)routers * hosts, 0, nameof(hosts));
        TopologyPlan plan = new();
        string[] ring = plan.AddRouters("router", routers);
        for (int i = 0; i < ring.Length; i++)
        {
            plan.Join(ring[i], ring[(i + 1) % ring.Length]);
        }

        plan.AddHostsToEach(ring, hosts);
        return plan;
    }

    /// <summary>A tree of routers, <c>router-1</c> its root, with hosts at its leaves.</summary>
    /// <param name="depth">Levels below the root, 1 or more.</param>
    /// <param name="fanOut">Children of each router, 2 or more.</param>
    /// <param name="hosts">Hosts at each leaf, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan Tree(int depth, int fanOut, int hosts = 1)
    {
        Check(depth, 1, nameof(depth));
        Check(fanOut, 2, nameof(fanOut));
        Check(hosts, 0, nameof(hosts));
        long size = 1, level = 1;
        for (int i = 0; i < depth && size <= MaximumSize; i++)
        {
            level *= fanOut;
            size += level;
        }

        Check(size + (level * hosts), 1, nameof(depth));
        TopologyPlan plan = new();
        string[] above = plan.AddRouters("router", 1);
        for (int i = 0; i < depth; i++)
        {
            List<string> below = [];
            foreach (string parent in above)
            {
                for (int child = 0; child < fanOut; child++)
                {
                    below.Add(plan.AddNext("router", PlannedDeviceKind.Router));
                    plan.Join(parent, below[^1]);
                }
            }

            above = [.. below];
        }

        plan.AddHostsToEach(above, hosts);
        return plan;
    }

    /// <summary>Routers of which each is joined to every other.</summary>
    /// <param name="routers">How many routers, 2 to 1000.</param>
    /// <param name="hosts">Hosts at each router, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan FullMesh(int routers, int hosts = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(routers, 1000);
        Check(routers, 2, nameof(routers));
        Check((long)routers * hosts, 0, nameof(hosts));
        TopologyPlan plan = new();
        string[] all = plan.AddRouters("router", routers);
        plan.JoinAll(all);
        plan.AddHostsToEach(all, hosts);
        return plan;
    }

    /// <summary>Hosts <c>left-1</c> … and <c>right-1</c> …, and between their two routers a link of the group <c>bottleneck</c>.</summary>
    /// <param name="pairs">How many hosts at each side, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public static TopologyPlan Dumbbell(int pairs)
    {
        Check(2L * pairs, 2, nameof(pairs));
        TopologyPlan plan = new();
        string[] routers = plan.AddRouters("router", 2);
        plan.Join(routers[0], routers[1], "bottleneck");
        plan.AddHosts(routers[0], pairs, "left");
        plan.AddHosts(routers[1], pairs, "right");
        return plan;
    }

    private void JoinAll(string[] routers)
    {
        for (int i = 0; i < routers.Length; i++)
        {
            for (int j = i + 1; j < routers.Length; j++)
            {
                Join(routers[i], routers[j]);
            }
        }
    }
}
