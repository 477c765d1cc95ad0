using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Words;
namespace Wavetank.Scenarios.Graphs;

/// <summary>Makes a plan of a graph: nodes become devices, edges become links.</summary>
internal static class PlanOfGraph
{
    /// <exception cref="GraphTextException">Something is wrong with the text.</exception>
    public static TopologyPlan Make(GraphOfText graph, GraphProblems problems)
    {
        var plan = new TopologyPlan();
        new DeviceNames().Give(graph.Nodes);
        var nodes = new NodeAttributes(problems);
        foreach (GraphNode node in graph.Nodes)
        {
            plan.Add(nodes.Read(node));
        }

        var edges = new EdgeAttributes(problems);
        foreach (GraphEdge edge in graph.Edges)
        {
            PlannedLink link = edges.Read(edge, GroupOf(edge, plan));
            try
            {
                plan.Add(link);
            }
            catch (ArgumentException)
            {
                // Both ends are there and differ, so it is the name.
                problems.Add(edge.Place, $"has the name {Quoted.Text(link.Name!)}, which another link has already; choose another");
            }
        }

        if (graph.Nodes.Count == 0)
        {
            problems.Add(default, "has no nodes; a topology has at least one device");
        }

        RingsOfSwitches(graph, plan, problems);
        problems.ThrowIfAny();
        return plan;
    }

    private static string GroupOf(GraphEdge edge, TopologyPlan plan) =>
        plan.Find(edge.First.DeviceName)!.Kind == PlannedDeviceKind.Host || plan.Find(edge.Second.DeviceName)!.Kind == PlannedDeviceKind.Host
            ? PlannedLink.AccessLinks
            : PlannedLink.CoreLinks;

    private static void RingsOfSwitches(GraphOfText graph, TopologyPlan plan, GraphProblems problems)
    {
        Dictionary<GraphNode, GraphNode> segments = [];
        foreach (GraphEdge edge in graph.Edges)
        {
            if (plan.Find(edge.First.DeviceName)!.Kind != PlannedDeviceKind.Switch || plan.Find(edge.Second.DeviceName)!.Kind != PlannedDeviceKind.Switch)
            {
                continue;
            }

            (GraphNode first, GraphNode second) = (SegmentOf(edge.First), SegmentOf(edge.Second));
            if (first == second)
            {
                problems.Add(edge.Place, "closes a ring of switches, which have no spanning tree: packets would go round in it for ever; leave this edge out, or put a router in the ring");
                continue;
            }

            segments[first] = second;
        }

        GraphNode SegmentOf(GraphNode node)
        {
            // Halving the path as it is walked keeps later walks short.
            while (segments.TryGetValue(node, out GraphNode? next))
            {
                if (segments.TryGetValue(next, out GraphNode? further))
                {
                    segments[node] = further;
                }

                node = next;
            }

            return node;
        }
    }
}
