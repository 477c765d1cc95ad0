using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Gives every application a name that no other on the same host has.</summary>
internal sealed class ApplicationNames(NameRegistry names, Problems problems)
{
    // By name: the hosts that run one.
    private readonly Dictionary<string, HashSet<string>> _taken = new(StringComparer.Ordinal);

    internal string Claim(MappingElement mapping, string path, OptionValues values, ApplicationKind kind, DeviceReference on)
    {
        Place place = mapping.Find(ApplicationKeys.Name.Name)?.Value.Place ?? mapping.Place;
        bool isGiven = values.TryGet(ApplicationKeys.Name, out string? given);
        string name = isGiven ? given! : kind.Name;

        if (isGiven && names.FindOwner(name) is { } owner)
        {
            problems.Add(place, ElementPath.Key(path, ApplicationKeys.Name.Name),
                $"has the name {Quoted.Text(name)}, which already belongs to {owner}; choose another");
        }

        if (!TryTake(name, on))
        {
            problems.Add(place, path,
                $"is the second application named {Quoted.Text(name)} on {Quoted.Text(on.Member ?? on.Spec.Name)}; give it a name of its own, such as name: {name}-2");
        }

        return name;
    }

    private bool TryTake(string name, DeviceReference on)
    {
        if (!_taken.TryGetValue(name, out HashSet<string>? hosts))
            _taken.Add(name, hosts = new HashSet<string>(StringComparer.Ordinal));

        bool isFree = true;
        foreach (string host in on.Members)
            isFree &= hosts.Add(host);
        return isFree;
    }
}
