using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Actions;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Finds the links and hosts that a timeline's entry, or a storm, names.</summary>
internal sealed class ActionTargetReader(DeviceIndex devices, LinkIndex links, Problems problems)
{
    private readonly Lazy<ILookup<string, string>> _hanging = new(() => Hanging(devices, links));

    /// <returns>What the entry happens to; null where that is not known, which has been reported.</returns>
    internal ActionTargets? Read(ActionKind action, MappingElement mapping, string path, OptionValues values)
    {
        string targetPath = ElementPath.Key(path, action.Name);
        Place place = mapping.Find(action.Name)!.Value.Place;
        switch (action.Target)
        {
            case Option<string> option:
                if (!values.TryGet(option, out string? name))
                    return null;
                return Find(action.Sort, name!, place, targetPath) is { } found ? new ActionTargets(found, []) : null;
            case Option<Destination> option:
                if (!values.TryGet(option, out Destination? endpoint))
                    return null;
                return Hosts(endpoint!.Device, place, targetPath) is { } hosts ? new ActionTargets(hosts, [], endpoint.Port!.Value) : null;
            default:
                return ReadSets(mapping, path, action.Name);
        }
    }

    /// <summary>The links or hosts of a name; null where it is not known, which has been reported.</summary>
    internal IReadOnlyList<string>? Find(ActionTarget sort, string name, Place place, string path) => sort switch
    {
        ActionTarget.Link => links.Resolve(name, place, path),
        ActionTarget.TwoSets => Parties(name, place, path),
        _ => Hosts(name, place, path),
    };

    /// <summary>All links or hosts that a list names, each once; null where one is not known.</summary>
    internal IReadOnlyList<string>? FindAll(ActionTarget sort, MappingElement mapping, string path, string key) =>
        Each(sort, mapping, path, key) is { } all && all.All(names => names is not null) ? [.. all.SelectMany(names => names!).Distinct()] : null;

    private ActionTargets? ReadSets(MappingElement mapping, string path, string key)
    {
        List<IReadOnlyList<string>?>? first = Each(ActionTarget.TwoSets, mapping, path, key);
        List<IReadOnlyList<string>?>? others = Each(ActionTarget.TwoSets, mapping, path, PartitionAction.From.Name);
        if (first is null || first.Concat(others ?? []).Any(names => names is null))
            return null;

        string targetPath = ElementPath.Key(path, key);
        Place place = mapping.Find(key)!.Value.Place;
        if (others is null && first.Count != 2)
        {
            problems.Add(place, targetPath, $"names {first.Count} and says not from whom; write the other side too, such as partition: [a, b], from: [c], or two names");
            return null;
        }

        (first, others) = others is null ? ([first[0]], [first[1]]) : (first, others);
        string[] here = [.. first.SelectMany(names => names!).Distinct()], there = [.. others.SelectMany(names => names!).Distinct()];
        if (here.Length == 0 || there.Length == 0)
            problems.Add(place, targetPath, "has a side without hosts; write at least one on each");
        else if (here.FirstOrDefault(there.Contains) is { } both)
            problems.Add(place, targetPath, $"has {Quoted.Text(both)} on both sides; leave it out of one");
        else
            return new ActionTargets(here, there);
        return null;
    }

    /// <summary>For each item of a list what it names, null where that is not known; null where there is no list.</summary>
    private List<IReadOnlyList<string>?>? Each(ActionTarget sort, MappingElement mapping, string path, string key)
    {
        if (mapping.Find(key) is not { } entry)
            return null;

        List<IReadOnlyList<string>?> all = [];
        List<Element> items = entry.Value is SequenceElement sequence ? sequence.Items : [entry.Value];
        for (int i = 0; i < items.Count; i++)
        {
            string keyPath = ElementPath.Key(path, key);

            // What is no name at all has been reported where the list was read.
            all.Add(items[i] is ScalarElement { IsNothing: false } scalar && (sort == ActionTarget.Link || NameText.IsName(scalar.Text))
                ? Find(sort, scalar.Text, scalar.Place, entry.Value is SequenceElement ? ElementPath.Item(keyPath, i) : keyPath)
                : null);
        }

        return all;
    }

    /// <summary>Who stands on a side of a partition: hosts; of a device that passes packets on, itself and the hosts that hang on it alone.</summary>
    private List<string>? Parties(string name, Place place, string path)
    {
        if (devices.Resolve(name, place, path) is not { } found)
            return null;
        if (found.Spec.Kind.RunsApplications)
            return [.. found.Members];

        List<string> parties = [];
        foreach (string device in found.Members)
        {
            if (found.Spec.Kind.HasAddress)
                parties.Add(device);
            parties.AddRange(_hanging.Value[device]);
        }

        if (parties.Count > 0)
            return parties;
        if (links.IsComplete && devices.IsComplete)
            problems.Add(place, path, $"{Quoted.Text(name)} is a {found.Spec.Kind} on which no host hangs alone; name hosts");
        return null;
    }

    /// <summary>For each device the hosts whose only link leads there.</summary>
    private static ILookup<string, string> Hanging(DeviceIndex devices, LinkIndex links)
    {
        HashSet<string> hosts = [.. devices.Specs.Where(spec => spec.Kind.RunsApplications).SelectMany(spec => spec.Members)];
        ILookup<string, LinkMember> byHost = links.Specs.SelectMany(spec => spec.Members)
            .SelectMany(link => ((string[])[link.First, link.Second]).Where(hosts.Contains).Select(host => (Host: host, Link: link)))
            .ToLookup(pair => pair.Host, pair => pair.Link);
        return byHost.Where(group => group.Count() == 1)
            .ToLookup(group => group.First().First == group.Key ? group.First().Second : group.First().First, group => group.Key);
    }

    private IReadOnlyList<string>? Hosts(string name, Place place, string path)
    {
        if (devices.Resolve(name, place, path) is not { } found)
            return null;
        if (found.Spec.Kind.RunsApplications)
            return found.Members;

        problems.Add(place, path, $"{Quoted.Text(name)} is a {found.Spec.Kind}; this happens to hosts");
        return null;
    }
}
