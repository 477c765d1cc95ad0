using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Checking;

/// <summary>The links of all topologies of a scenario.</summary>
internal sealed class TopologyLinks
{
    private readonly List<LinkSpec> _specs = [];
    private readonly List<(string Name, IReadOnlyList<string> Members)> _groups = [];
    private bool _isBroken;

    internal int Count { get; private set; }

    internal void Add(LinkSpec spec)
    {
        _specs.Add(spec);
        Count += spec.Members.Count;
    }

    /// <summary>A name that means several links, each of which has a name of its own.</summary>
    internal void AddGroup(string name, IReadOnlyList<string> members) => _groups.Add((name, members));

    /// <summary>Notes that links are missing here, of any name.</summary>
    internal void MarkBroken() => _isBroken = true;

    internal void AddTo(LinkIndex links, SwitchRings rings)
    {
        if (_isBroken)
            links.AddBroken(BrokenLink.Unknown);
        foreach (LinkSpec spec in _specs)
        {
            links.Add(spec);
            foreach (LinkMember member in spec.Members)
                rings.IsClosedBy(member);
        }

        foreach ((string name, IReadOnlyList<string> members) in _groups)
            links.AddGroup(name, members);
    }
}
