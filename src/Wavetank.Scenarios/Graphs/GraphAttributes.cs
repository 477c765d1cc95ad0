using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Scenarios.Graphs;

/// <summary>The attributes of a node or an edge; the last of a name counts.</summary>
internal sealed class GraphAttributes
{
    private readonly List<GraphAttribute> _all = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);

    public IReadOnlyList<GraphAttribute> All => _all;

    public void Set(GraphAttribute attribute)
    {
        if (!_byKey.TryAdd(GraphAttribute.KeyOf(attribute.Name), _all.Count))
        {
            _all[_byKey[GraphAttribute.KeyOf(attribute.Name)]] = attribute;
            return;
        }

        _all.Add(attribute);
    }

    public void SetAll(IEnumerable<GraphAttribute> attributes)
    {
        foreach (GraphAttribute attribute in attributes)
        {
            Set(attribute);
        }
    }

    public bool TryGet(string key, [NotNullWhen(true)] out GraphAttribute? attribute)
    {
        attribute = _byKey.TryGetValue(key, out int index) ? _all[index] : null;
        return attribute is not null;
    }
}
