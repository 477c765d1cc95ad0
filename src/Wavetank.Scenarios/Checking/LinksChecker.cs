using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>links</c>.</summary>
internal sealed class LinksChecker(DeviceIndex devices, NameRegistry names, Problems problems)
{
    private readonly LinkIndex _links = new(problems);
    private readonly LinkEndsChecker _ends = new(devices, problems);
    private readonly LinkRowReader _rows = new(devices, problems);
    private readonly DistanceChecker _distances = new(problems);
    private readonly SwitchRings _rings = new(devices);
    private int _total;

    /// <param name="root">The scenario.</param>
    /// <param name="topologies">The links of its topologies, which come before those of the list.</param>
    internal LinkIndex Check(MappingElement root, TopologyLinks topologies)
    {
        topologies.AddTo(_links, _rings);
        _total = topologies.Count;
        string path = ScenarioKeys.Links.Name;
        switch (OptionReader.Section(root, ScenarioKeys.Links))
        {
            case null:
                string[] known = [.. ScenarioKeys.All.Select(key => key.Name)];
                if (root.Entries.Any(entry => !known.Contains(entry.Key) && Suggestion.Nearest(entry.Key, known) == path))
                    _links.AddBroken(BrokenLink.Unknown);
                break;
            case SequenceElement sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                    CheckLink(sequence.Items[i], ElementPath.Item(path, i));
                break;
            case var other:
                problems.Add(other.Place, path, $"takes a list of links such as - {{ between: [client, server], delay: 20ms }}, not {other.Description}");
                _links.AddBroken(BrokenLink.Unknown);
                break;
        }

        return _links;
    }

    private void CheckLink(Element element, string path)
    {
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {{ between: [client, server], delay: 20ms }}, not {element.Description}");
            _links.AddBroken(BrokenLink.Unknown);
            return;
        }

        LinkRow row = _rows.Read(mapping, path, LinkKeys.All);
        (OptionValues values, LinkConditions forward, LinkConditions backward) = (row.Values, row.Forward, row.Backward);
        values.TryGet(LinkKeys.Name, out string? givenName);
        (DeviceReference? first, DeviceReference? second) = _ends.Check(mapping, path);
        if (first is null || second is null)
        {
            _links.AddBroken(BrokenLink.Of(mapping, first is null ? null : NameOf(first), second is null ? null : NameOf(second)));
            return;
        }

        if (devices.AreMembersInDoubt(first.Spec) || devices.AreMembersInDoubt(second.Spec))
            _links.AddBroken(BrokenLink.Of(mapping, NameOf(first), NameOf(second)));
        else if (givenName is null && BrokenLink.NamesOf(mapping) is { Count: > 0 } meant)
            _links.AddDoubt(new BrokenLink(meant, null, null));
        if (devices.IsBroken(first.Spec) || devices.IsBroken(second.Spec))
            _links.MarkIncomplete();
        else if (!_distances.Check(mapping, path, values, first.Spec, second.Spec, ref forward, ref backward))
            _links.MarkIncomplete();

        if (MakeMembers(first, second, givenName, mapping.Place, path) is not { } members)
            return;

        if (members.Any(_rings.IsClosedBy))
        {
            problems.Add(mapping.Place, path, "closes a ring of switches, which have no spanning tree: packets would go round in it for ever; leave this link out, or put a router in the ring");
            return;
        }

        string name = givenName ?? $"{NameOf(first)}-{NameOf(second)}";
        Place place = mapping.Find(LinkKeys.Name.Name)?.Value.Place ?? mapping.Place;
        names.Claim(name, members.Select(m => m.Name), path, place, "give this link a name of its own");
        _links.Add(new LinkSpec(name, members, forward, backward)
        {
            ForwardCost = row.ForwardCost,
            BackwardCost = row.BackwardCost,
        });
    }

    private LinkMember[]? MakeMembers(DeviceReference first, DeviceReference second, string? givenName, Place place, string path)
    {
        int count = Math.Max(first.Members.Count, second.Members.Count);
        _total += count;
        if (_total > CheckingLimits.MaxLinks)
        {
            problems.Add(place, path, $"makes {_total} links in all; a scenario has at most {CheckingLimits.MaxLinks}");
            _links.AddBroken(BrokenLink.Unknown);
            return null;
        }

        bool isGroup = first.IsGroup || second.IsGroup;
        return [.. Enumerable.Range(0, count).Select(Make)];

        LinkMember Make(int i)
        {
            string a = first.IsGroup ? first.Members[i] : first.Members[0];
            string b = second.IsGroup ? second.Members[i] : second.Members[0];
            string name = givenName is null ? $"{a}-{b}" : isGroup ? $"{givenName}-{i + 1}" : givenName;
            return new LinkMember(name, a, b);
        }
    }

    private static string NameOf(DeviceReference? device) => device is null ? "" : device.Member ?? device.Spec.Name;
}
