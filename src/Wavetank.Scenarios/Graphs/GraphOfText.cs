using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Words;
namespace Wavetank.Scenarios.Graphs;

/// <summary>A graph as a file has it, whatever its format.</summary>
internal sealed class GraphOfText(GraphProblems problems)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphEdge> _edges = [];
    private readonly Dictionary<string, GraphNode> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(GraphNode, GraphNode), Queue<GraphEdge>> _directed = [];

    public IReadOnlyList<GraphNode> Nodes => _nodes;

    public IReadOnlyList<GraphEdge> Edges => _edges;

    public IEnumerable<string> Ids => _nodes.Select(node => node.Id);

    public GraphNode? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(GraphNode node)
    {
        if (_nodes.Count == TopologyPlan.MaximumSize)
        {
            throw problems.Fatal(node.Place, $"is the {_nodes.Count + 1}st node; a topology has at most {TopologyPlan.MaximumSize}");
        }

        _nodes.Add(node);
        _byId.Add(node.Id, node);
    }

    /// <summary>Adds an edge. Of two directed ones between the same two nodes, one each way, the second is the other direction of the first's link.</summary>
    public void Add(GraphEdge edge)
    {
        if (edge.First == edge.Second)
        {
            problems.Add(edge.Place, $"joins {Quoted.Text(edge.First.Id)} to itself; a link joins two devices");
            return;
        }

        if (edge.IsDirected)
        {
            if (_directed.TryGetValue((edge.Second, edge.First), out Queue<GraphEdge>? open) && open.TryDequeue(out GraphEdge? opposite))
            {
                opposite.Opposite = edge;
                return;
            }

            if (!_directed.TryGetValue((edge.First, edge.Second), out Queue<GraphEdge>? waiting))
            {
                _directed.Add((edge.First, edge.Second), waiting = new());
            }

            waiting.Enqueue(edge);
        }

        if (_edges.Count == TopologyPlan.MaximumLinks)
        {
            throw problems.Fatal(edge.Place, $"is one edge too many; a topology has at most {TopologyPlan.MaximumLinks}");
        }

        _edges.Add(edge);
    }
}
