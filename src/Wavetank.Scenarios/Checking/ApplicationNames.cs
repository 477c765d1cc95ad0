using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Gives every application a name that no other on the same host has.</summary>
internal sealed class ApplicationNames(NameRegistry names, Problems problems)
{
    // By group (or single device) and name: the members that run one; the empty text stands for all of them.
    private readonly Dictionary<(DeviceSpec, string), HashSet<string>> _taken = [];

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
        if (!_taken.TryGetValue((on.Spec, name), out HashSet<string>? members))
            _taken.Add((on.Spec, name), members = new HashSet<string>(StringComparer.Ordinal));

        bool isFree = on.IsGroup ? members.Count == 0 : !members.Contains("") && !members.Contains(on.Member!);
        members.Add(on.Member ?? "");
        return isFree;
    }
}
