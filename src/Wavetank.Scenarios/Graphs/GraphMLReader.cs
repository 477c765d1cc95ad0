using System.Xml;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Reads a graph in GraphML (Brandes et al., GraphML Primer): nodes and edges, and the data that keys give names to.</summary>
/// <remarks>Nothing is fetched: no DTD is read and no entity but XML's own is known. What other programs put beside it is passed over.</remarks>
internal sealed class GraphMLReader(string text, GraphProblems problems)
{
    private static readonly string[] Known = ["graphml", "key", "default", "graph", "node", "edge", "data", "port", "desc", "endpoint", "locator", "hyperedge"];


    private readonly GraphOfText _graph = new(problems);
    private readonly Dictionary<string, GraphMLKey> _keys = new(StringComparer.Ordinal);
    private readonly List<GraphMLEdge> _edges = [];
    private readonly Stack<bool> _directed = new();
    private readonly Stack<GraphNode?> _around = new();
    private XmlReader _reader = XmlReader.Create(TextReader.Null);

    public GraphOfText Read()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using (_reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), settings))
        {
            try
            {
                ReadAll();
            }
            catch (XmlException exception)
            {
                // The platform ends its message with the place, which stands before ours.
                throw problems.Fatal(new TextPlace(exception.LineNumber, exception.LinePosition), $"is not XML: {Quoted.Plain(exception.Message.Split(" Line ", 2)[0])}");
            }
        }

        foreach (GraphMLEdge edge in _edges)
        {
            Join(edge);
        }

        foreach (GraphNode node in _graph.Nodes)
        {
            AddDefaults(node.Attributes, "node", node.Place);
        }

        return _graph;
    }

    private TextPlace Here => _reader is IXmlLineInfo info ? new TextPlace(info.LineNumber, info.LinePosition) : default;

    private void ReadAll()
    {
        GraphAttributes? owner = null;
        int depth = 0;
        bool isGraph = false;
        while (_reader.Read())
        {
            if (_reader.NodeType == XmlNodeType.EndElement)
            {
                Leave();
                continue;
            }

            if (_reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_reader.LocalName)
            {
                case "graphml" when _reader.Depth == 0:
                    break;
                case var other when _reader.Depth == 0:
                    throw problems.Fatal(Here, $"{Quoted.Text(other)} is not the element that GraphML begins with, which is graphml");
                case "key":
                    ReadKey();
                    break;
                case "graph":
                    isGraph = true;
                    if (!_reader.IsEmptyElement)
                    {
                        _directed.Push(_reader.GetAttribute("edgedefault") == "directed");
                    }

                    break;
                case "node":
                    depth = _reader.Depth;
                    owner = ReadNode();
                    break;
                case "edge":
                    depth = _reader.Depth;
                    owner = ReadEdge();
                    break;
                case "data":
                    // What a graph says of itself is about its drawing, or its history.
                    ReadData(_reader.Depth == depth + 1 ? owner : null);
                    break;
                case "hyperedge":
                    problems.Add(Here, "\"hyperedge\" joins more than two; write a node with kind switch, and an edge to it for each");
                    break;
                case var other when GraphWords.SlipOf(other, Known) is { } meant:
                    problems.Add(Here, $"{Quoted.Text(other)} is not a known element; did you mean {Quoted.Text(meant)}?");
                    break;
            }
        }

        if (!isGraph)
        {
            problems.Add(default, "holds no graph; GraphML has an element graph with nodes and edges in it");
        }
    }

    private void Leave()
    {
        if (_reader.LocalName == "graph" && _directed.Count > 0)
        {
            _directed.Pop();
        }
        else if (_reader.LocalName == "node" && _around.Count > 0)
        {
            _around.Pop();
        }
    }

    private void ReadKey()
    {
        string? id = Attribute("id");
        TextPlace place = Here;
        if (id is null)
        {
            return;
        }

        string name = _reader.GetAttribute("attr.name") ?? id, of = _reader.GetAttribute("for") ?? "all";
        string? value = null;
        if (!_reader.IsEmptyElement)
        {
            using XmlReader inside = _reader.ReadSubtree();
            while (inside.Read())
            {
                if (inside.NodeType == XmlNodeType.Element && inside.LocalName == "default")
                {
                    place = Here;
                    value = TextOf(inside);
                }
            }
        }

        _keys.TryAdd(id, new GraphMLKey(name, of, value, place));
    }

    private GraphAttributes? ReadNode()
    {
        string? id = Attribute("id");
        GraphNode? node = null;
        if (id is not null && _graph.Find(id) is { } first)
        {
            problems.Add(Here, $"{Quoted.Text(id)} is a node already, since line {first.Place.Line}");
        }
        else if (id is not null)
        {
            // A node in a graph that is in a node is part of that node.
            _graph.Add(node = new GraphNode(id, Here) { Part = _around.FirstOrDefault(around => around is not null)?.Id });
        }

        if (!_reader.IsEmptyElement)
        {
            _around.Push(node);
        }

        return node?.Attributes;
    }

    private GraphAttributes? ReadEdge()
    {
        TextPlace place = Here;
        (string? source, string? target) = (Attribute("source"), Attribute("target"));
        if (source is null || target is null)
        {
            return null;
        }

        bool isDirected = _reader.GetAttribute("directed") is { } own ? own == "true" : _directed.TryPeek(out bool common) && common;
        var edge = new GraphMLEdge(source, target, isDirected, place, new GraphAttributes());
        _edges.Add(edge);
        return edge.Attributes;
    }

    private void ReadData(GraphAttributes? owner)
    {
        TextPlace place = Here;
        if (Attribute("key") is not { } key || _reader.IsEmptyElement)
        {
            return;
        }

        using XmlReader inside = _reader.ReadSubtree();
        inside.Read();
        string value = TextOf(inside);
        if (owner is not null)
        {
            owner.Set(new GraphAttribute(_keys.TryGetValue(key, out GraphMLKey? known) ? known.Name : key, value, place));
        }
    }

    /// <summary>The text right inside of an element; what is nested deeper belongs to other programs.</summary>
    private static string TextOf(XmlReader reader)
    {
        int depth = reader.Depth;
        var value = new System.Text.StringBuilder();
        if (reader.IsEmptyElement)
        {
            return "";
        }

        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth == depth + 1 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                value.Append(reader.Value);
            }
        }

        return value.ToString().Trim();
    }

    private void Join(GraphMLEdge edge)
    {
        GraphNode? first = Find(edge.Source, "source"), second = Find(edge.Target, "target");
        if (first is null || second is null)
        {
            return;
        }

        var added = new GraphEdge(first, second, edge.IsDirected, edge.Place);
        added.Attributes.SetAll(edge.Attributes.All);
        AddDefaults(added.Attributes, "edge", edge.Place);
        _graph.Add(added);

        GraphNode? Find(string id, string end)
        {
            GraphNode? found = _graph.Find(id);
            if (found is null)
            {
                problems.Add(edge.Place, () => $"the edge's {end} {Quoted.Text(id)} is not a node{GraphWords.Known(id, _graph.Ids)}");
            }

            return found;
        }
    }

    private void AddDefaults(GraphAttributes attributes, string of, TextPlace place)
    {
        foreach (GraphMLKey key in _keys.Values)
        {
            if (key.Default is { } value && (key.Of == of || key.Of == "all") && !attributes.TryGet(GraphAttribute.KeyOf(key.Name), out _))
            {
                attributes.Set(new GraphAttribute(key.Name, value, key.Place));
            }
        }
    }

    private string? Attribute(string name)
    {
        string? value = _reader.GetAttribute(name);
        if (value is null)
        {
            problems.Add(Here, $"{Quoted.Text(_reader.LocalName)} lacks its attribute {Quoted.Text(name)}");
        }

        return value;
    }
}
