using Wavetank.Devices.Topologies;
namespace Wavetank.Scenarios.Graphs;

/// <summary>Reads a graph in DOT, by the grammar of The DOT Language (graphviz.org).</summary>
internal sealed class DotReader
{
    private const int DeepestPart = 64;

    // Sets of nodes may be joined to each other, and what holds for many is copied to each: a short text could ask for more than any machine has.
    private const int MostAttributes = 200;
    private const int MostPairs = 2 * TopologyPlan.MaximumLinks;

    private readonly DotLexer _lexer;
    private readonly GraphProblems _problems;
    private readonly GraphOfText _graph;
    private readonly HashSet<(GraphNode, GraphNode)> _joined = [];
    private DotToken _token;
    private bool _isDirected;
    private bool _isStrict;
    private int _pairs;

    public DotReader(string text, GraphProblems problems)
    {
        _problems = problems;
        _graph = new GraphOfText(problems);
        _lexer = new DotLexer(text, problems);
        _token = _lexer.Next();
    }

    public GraphOfText Read()
    {
        _isStrict = Takes("strict");
        _isDirected = _token.IsKeyword("digraph");
        if (!Takes("digraph") && !Takes("graph"))
        {
            throw Unexpected("a graph begins with graph or digraph, such as graph lab { a -- b }");
        }

        if (_token.Kind == DotTokenKind.Id)
        {
            Move();
        }

        Expect("{");
        ReadStatements(new DotScope(null, [], []), 0);
        Expect("}");
        return _token.Kind == DotTokenKind.End ? _graph : throw Unexpected("a file holds one graph, which has ended");
    }

    private List<GraphNode> ReadStatements(DotScope scope, int depth)
    {
        List<GraphNode> named = [];
        while (!_token.Is("}") && _token.Kind != DotTokenKind.End)
        {
            if (!_token.Is(";"))
            {
                ReadStatement(scope, named, depth);
            }
            else
            {
                Move();
            }
        }

        return named;
    }

    private void ReadStatement(DotScope scope, List<GraphNode> named, int depth)
    {
        if (_token.IsKeyword("graph") || _token.IsKeyword("node") || _token.IsKeyword("edge"))
        {
            bool isNode = _token.IsKeyword("node"), isEdge = _token.IsKeyword("edge");
            Move();
            List<GraphAttribute> given = ReadAttributes();
            if (isNode || isEdge)
            {
                Keep(isNode ? scope.OfNodes : scope.OfEdges, given);
            }

            return;
        }

        // What a graph says of itself is about its drawing.
        (List<GraphNode> nodes, bool isNew) = ReadEnd(scope, depth, out bool isAssignment);
        if (isAssignment)
        {
            return;
        }

        List<GraphNode> all = [.. nodes];
        List<(List<GraphNode> From, List<GraphNode> To, TextPlace Place)> pairs = [];
        while (_token.Is("--") || _token.Is("->"))
        {
            if (_token.Is("->") != _isDirected)
            {
                _problems.Add(_token.Place, _isDirected ? "\"--\" is for a graph; in a digraph an edge is written ->" : "\"->\" is for a digraph; in a graph an edge is written --");
            }

            TextPlace place = _token.Place;
            Move();
            (List<GraphNode> next, _) = ReadEnd(scope, depth, out _);
            pairs.Add((nodes, next, place));
            all.AddRange(next);
            nodes = next;
        }

        List<GraphAttribute> attributes = ReadAttributes();
        if (pairs.Count == 0 && isNew)
        {
            nodes[0].Attributes.SetAll(attributes);
        }

        foreach ((List<GraphNode> from, List<GraphNode> to, TextPlace place) in pairs)
        {
            Join(from, to, place, scope.OfEdges.Concat(attributes));
        }

        named.AddRange(all);
    }

    private void Join(List<GraphNode> from, List<GraphNode> to, TextPlace place, IEnumerable<GraphAttribute> attributes)
    {
        GraphAttribute[] given = [.. attributes];
        foreach (GraphNode first in from)
        {
            foreach (GraphNode second in to)
            {
                if (++_pairs > MostPairs)
                {
                    throw _problems.Fatal(place, $"joins too many nodes to each other; a graph joins at most {MostPairs} pairs");
                }

                // A strict graph has one edge between two nodes, in each direction where there are directions.
                if (_isStrict && (!_joined.Add((first, second)) || (!_isDirected && _joined.Contains((second, first)))))
                {
                    continue;
                }

                var edge = new GraphEdge(first, second, _isDirected, place);
                edge.Attributes.SetAll(given);
                _graph.Add(edge);
            }
        }
    }

    /// <summary>One end of an edge, or a node alone: a node, or all nodes of a subgraph. An assignment looks like one at first.</summary>
    private (List<GraphNode> Nodes, bool IsNode) ReadEnd(DotScope scope, int depth, out bool isAssignment)
    {
        isAssignment = false;
        if (_token.Is("{") || _token.IsKeyword("subgraph"))
        {
            return (ReadPart(scope, depth), false);
        }

        DotToken id = ReadId("a node, an edge or a subgraph stands here");
        if (_token.Is("="))
        {
            isAssignment = true;
            Move();
            ReadId("a value stands here");
            return ([], false);
        }

        // A port says where on the drawing of a node an edge ends.
        for (int i = 0; i < 2 && _token.Is(":"); i++)
        {
            Move();
            ReadId("a port stands here");
        }

        if (_graph.Find(id.Text) is { } known)
        {
            return ([known], true);
        }

        var added = new GraphNode(id.Text, id.Place) { Part = scope.Part };
        added.Attributes.SetAll(scope.OfNodes);
        _graph.Add(added);
        return ([added], true);
    }

    private List<GraphNode> ReadPart(DotScope scope, int depth)
    {
        if (depth == DeepestPart)
        {
            throw _problems.Fatal(_token.Place, $"is nested deeper than {DeepestPart} subgraphs");
        }

        string? name = null;
        if (_token.IsKeyword("subgraph"))
        {
            Move();
            if (_token.Kind == DotTokenKind.Id)
            {
                name = ReadId("").Text;
            }
        }

        // Graphviz draws a box around a subgraph whose name begins so; the rest is its name.
        string? part = name?.StartsWith("cluster_", StringComparison.Ordinal) == true ? name["cluster_".Length..] : name;
        Expect("{");
        List<GraphNode> nodes = ReadStatements(new DotScope(string.IsNullOrEmpty(part) ? scope.Part : part, [.. scope.OfNodes], [.. scope.OfEdges]), depth + 1);
        Expect("}");
        return [.. nodes.Distinct()];
    }

    private List<GraphAttribute> ReadAttributes()
    {
        List<GraphAttribute> all = [];
        while (_token.Is("["))
        {
            Move();
            while (!_token.Is("]"))
            {
                DotToken name = ReadId("an attribute such as delay=\"20ms\" stands here, and ] at their end");
                DotToken value = new(DotTokenKind.Id, "true", name.Place);
                if (_token.Is("="))
                {
                    Move();
                    value = ReadId("a value stands here; put it in quotes where it has other signs than letters, digits and _");
                }

                if (all.Count == MostAttributes)
                {
                    throw _problems.Fatal(name.Place, $"is one attribute too many; {MostAttributes} can be");
                }

                all.Add(new GraphAttribute(name.Text, value.Text, value.Place));
                if (_token.Is(",") || _token.Is(";"))
                {
                    Move();
                }
            }

            Move();
        }

        return all;
    }

    /// <summary>The last of a name counts.</summary>
    private void Keep(List<GraphAttribute> scope, List<GraphAttribute> given)
    {
        foreach (GraphAttribute attribute in given)
        {
            scope.RemoveAll(old => old.Name == attribute.Name);
            scope.Add(attribute);
            if (scope.Count > MostAttributes)
            {
                throw _problems.Fatal(attribute.Place, $"is one attribute too many; {MostAttributes} can hold for all that follow");
            }
        }
    }

    private DotToken ReadId(string what)
    {
        if (_token.Kind != DotTokenKind.Id)
        {
            throw Unexpected(what);
        }

        DotToken id = _token;
        Move();
        while (id.IsQuoted && _token.Is("+"))
        {
            Move();
            if (_token is not { Kind: DotTokenKind.Id, IsQuoted: true })
            {
                throw Unexpected("a text in quotes follows a +");
            }

            id = id with { Text = id.Text + _token.Text };
            Move();
        }

        return id;
    }

    private bool Takes(string keyword)
    {
        bool isThere = _token.IsKeyword(keyword);
        if (isThere)
        {
            Move();
        }

        return isThere;
    }

    private void Expect(string sign)
    {
        if (!_token.Is(sign))
        {
            throw Unexpected($"{sign} is missing");
        }

        Move();
    }

    private GraphTextException Unexpected(string what) => _problems.Fatal(_token.Place, $"{_token.Description} cannot stand here: {what}");

    private void Move() => _token = _lexer.Next();
}
