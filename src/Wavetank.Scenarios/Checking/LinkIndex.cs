using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Finds links and groups of links by name.</summary>
internal sealed class LinkIndex(Problems problems)
{
    private readonly List<LinkSpec> _specs = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _byName = new(StringComparer.Ordinal);

    private readonly List<BrokenLink> _broken = [];
    private readonly List<string> _groups = [];

    /// <summary>Whether every link of the file is here as the file says; otherwise questions about paths have no answer.</summary>
    internal bool IsComplete { get; private set; } = true;

    internal IReadOnlyList<LinkSpec> Specs => _specs;

    internal IEnumerable<string> KnownNames =>
        _groups.Concat(_specs.Select(s => s.Name)).Concat(_specs.SelectMany(s => s.Members).Select(m => m.Name)).Distinct();

    internal void Add(LinkSpec spec)
    {
        _specs.Add(spec);
        _byName.TryAdd(spec.Name, [.. spec.Members.Select(m => m.Name)]);
        foreach (LinkMember member in spec.Members)
            _byName.TryAdd(member.Name, [member.Name]);
    }

    /// <summary>Lets a name mean several links that are here already.</summary>
    internal void AddGroup(string name, IReadOnlyList<string> members)
    {
        _groups.Add(name);
        _byName.TryAdd(name, members);
    }

    /// <summary>Notes a link with a problem of its own.</summary>
    internal void AddBroken(BrokenLink link)
    {
        IsComplete = false;
        _broken.Add(link);
    }

    /// <summary>Notes that a link may have been meant to be called otherwise.</summary>
    internal void AddDoubt(BrokenLink link) => _broken.Add(link);

    /// <summary>Notes that questions about paths have no answer, although all names are known.</summary>
    internal void MarkIncomplete() => IsComplete = false;

    /// <summary>Whether an unknown name may be unknown only because of a link that has a problem of its own.</summary>
    internal bool IsInDoubt(string name) => _broken.Any(link => link.MayBeCalled(name));

    /// <summary>The names of the links that a name means; null when it is not known.</summary>
    internal IReadOnlyList<string>? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The same, and reports a name that is not known.</summary>
    internal IReadOnlyList<string>? Resolve(string name, Place place, string path)
    {
        IReadOnlyList<string>? found = Find(name);
        if (found is null && !IsInDoubt(name))
            problems.Add(place, path, () => $"{Quoted.Text(name)} is not a known link{Words.KnownNames.Tail(name, KnownNames)}");
        return found;
    }
}
