using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>The names of devices and links, which share one space so that a name in an expectation means one thing.</summary>
internal sealed class NameRegistry(Problems problems)
{
    private readonly Dictionary<string, (string Owner, Place Place)> _owners = new(StringComparer.Ordinal);

    // A topology claims many names; where one is taken the others of its prefix are as a rule, with the same remedy.
    private readonly HashSet<string> _clashed = new(StringComparer.Ordinal);

    /// <summary>Claims a name and those of the members; reports the first that is taken, once for each path.</summary>
    /// <param name="name">The name itself.</param>
    /// <param name="members">The names of the members; the name alone for what is no group.</param>
    /// <param name="path">Whose names they are.</param>
    /// <param name="place">Where a problem is reported.</param>
    /// <param name="advice">What to do about it.</param>
    internal void Claim(string name, IEnumerable<string> members, string path, Place place, string advice)
    {
        foreach (string claimed in members.Prepend(name))
        {
            if (_owners.TryAdd(claimed, (path, place)) || IsOwn(claimed, path))
                continue;

            if (!_clashed.Add(path))
                return;
            string made = claimed == name ? "has the name" : "makes the name";
            problems.Add(place, path, $"{made} {Quoted.Text(claimed)}, which already belongs to {Describe(claimed)}; {advice}");
            return;
        }
    }

    /// <summary>Whose name it is, with its line; null when it is free.</summary>
    internal string? FindOwner(string name) => _owners.ContainsKey(name) ? Describe(name) : null;

    private bool IsOwn(string name, string path) => _owners[name].Owner == path;

    private string Describe(string name)
    {
        (string owner, Place place) = _owners[name];
        return place.Line > 0 ? $"{owner} (line {place.Line})" : owner;
    }
}
