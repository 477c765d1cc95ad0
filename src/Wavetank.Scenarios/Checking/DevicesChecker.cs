using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>devices</c>.</summary>
internal sealed class DevicesChecker(NameRegistry names, Problems problems)
{
    private readonly DeviceIndex _devices = new(problems);
    private int _total;

    internal DeviceIndex Check(MappingElement root)
    {
        string path = ScenarioKeys.Devices.Name;
        switch (OptionReader.Section(root, ScenarioKeys.Devices))
        {
            case null:
                if (OptionReader.Section(root, ScenarioKeys.Topology) is null)
                    _devices.MarkIncomplete();
                break;
            case MappingElement { Entries: [] } empty:
                problems.Add(empty.Place, path, "is empty; write at least one device such as server: { kind: host }");
                break;
            case MappingElement mapping:
                foreach (MappingEntry entry in mapping.Entries)
                    CheckDevice(entry, ElementPath.Key(path, entry.Key));
                break;
            case var other:
                problems.Add(other.Place, path, $"takes devices by name such as server: {{ kind: host }}, not {other.Description}");
                _devices.MarkIncomplete();
                break;
        }

        return _devices;
    }

    private void CheckDevice(MappingEntry entry, string path)
    {
        int before = problems.Count;
        if (!NameText.TryParse(entry.Key, out _, out string? problem))
            problems.Add(entry.KeyPlace, path, problem!);

        DeviceSpec spec = entry.Value is MappingElement mapping
            ? ReadDevice(entry, mapping, path)
            : RejectDevice(entry, path);
        if (problems.Count > before)
            _devices.AddBroken(spec, areMembersInDoubt: problem is not null || AreMembersInDoubt(entry.Value, spec));
        else
            _devices.Add(spec);
    }

    private DeviceSpec ReadDevice(MappingEntry entry, MappingElement mapping, string path)
    {
        DeviceKind? given = OptionReader.ReadAhead(mapping, DeviceKeys.Kind);

        IReadOnlyList<Key> keys = given is not null ? [.. DeviceKeys.All, .. given.Options] : KeysOfUnknownKind.Choose(
            mapping,
            DeviceKeys.All,
            [.. DeviceKinds.Table.Rows.Select(row => (row.Name, row.Options))],
            (mapping.Find(DeviceKeys.Kind.Name)?.Value as ScalarElement)?.Text);
        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        DeviceKind kind = given ?? DeviceKinds.Table.Rows[0];
        int? count = (int?)values.GivenOrNull(DeviceKeys.Count);

        _total += count ?? 1;
        if (_total > CheckingLimits.MaxDevices)
        {
            problems.Add(entry.KeyPlace, path, $"makes {_total} devices in all; a scenario has at most {CheckingLimits.MaxDevices}");
            return Single(entry.Key, kind, values);
        }

        if (count is null)
        {
            names.Claim(entry.Key, [], path, entry.KeyPlace, "choose another");
            return Single(entry.Key, kind, values);
        }

        string[] members = [.. Enumerable.Range(1, count.Value).Select(i => $"{entry.Key}-{i}")];
        names.Claim(entry.Key, members, path, entry.KeyPlace, "rename one of the two");
        return new DeviceSpec(entry.Key, kind, count, members, values);
    }

    /// <summary>Whether the problem may have to do with how many there are; otherwise the names are as the file says.</summary>
    private static bool AreMembersInDoubt(Element device, DeviceSpec spec) =>
        device is not MappingElement mapping
        || (spec.Count is null && mapping.Entries.Any(entry => Suggestion.Nearest(entry.Key, [DeviceKeys.Count.Name]) is not null));

    private DeviceSpec RejectDevice(MappingEntry entry, string path)
    {
        problems.Add(entry.Value.Place, path, $"takes a mapping such as {{ kind: host }}, not {entry.Value.Description}");
        return Single(entry.Key, DeviceKinds.Table.Rows[0], new OptionValues());
    }

    private static DeviceSpec Single(string name, DeviceKind kind, OptionValues values) => new(name, kind, null, [name], values);
}
