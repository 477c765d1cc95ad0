namespace Wavetank.Devices.Topologies;

/// <content>Shapes of data centres.</content>
public sealed partial class TopologyPlan
{
    /// <summary>Every leaf is joined to every spine, and hosts hang on the leaves (Clos).</summary>
    /// <param name="leaves">How many leaves, 1 or more.</param>
    /// <param name="spines">How many spines, 1 or more.</param>
    /// <param name="hosts">How many hosts at each leaf, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static TopologyPlan LeafSpine(int leaves, int spines, int hosts)
    {
        Check(leaves, 1, nameof(leaves));
        Check(spines, 1, nameof(spines));
        Check((long)leaves * spines, 1, nameof(spines));
        Check((long)leaves * hosts, 0, nameof(hosts));
        TopologyPlan plan = new();
        string[] top = plan.AddRouters("spine", spines), bottom = plan.AddRouters("leaf", leaves);
        foreach (string leaf in bottom)
        {
            foreach (string spine in top)
            {
                plan.Join(leaf, spine);
            }
        }

        plan.AddHostsToEach(bottom, hosts);
        return plan;
    }

    /// <summary>The fat tree of k-port switches (Al-Fares, Loukissas, Vahdat, 2008).</summary>
    /// <param name="ports">k: even, 2 to 64.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is odd or out of its range.</exception>
    public static TopologyPlan FatTree(int ports)
    {
        if (ports is < 2 or > 64 || ports % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(ports), ports, "A fat tree is made of switches with an even number of ports, 2 to 64.");
        }

        int half = ports / 2;
        TopologyPlan plan = new();
        string[] core = plan.AddRouters("core", half * half);
        string[] aggregation = plan.AddRouters("aggregation", ports * half), edge = plan.AddRouters("edge", ports * half);
        for (int pod = 0; pod < ports; pod++)
        {
            for (int i = 0; i < half; i++)
            {
                string above = aggregation[(pod * half) + i];
                for (int j = 0; j < half; j++)
                {
                    plan.Join(above, core[(i * half) + j]);
                    plan.Join(edge[(pod * half) + j], above);
                }
            }
        }

        plan.AddHostsToEach(edge, half);
        return plan;
    }
}
