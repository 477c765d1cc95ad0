using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>applications</c>.</summary>
internal sealed class ApplicationsChecker(DeviceIndex devices, LinkIndex links, NameRegistry names, ScenarioEnd end, Problems problems)
{
    private readonly List<CheckedApplication> _applications = [];
    private readonly ApplicationNames _applicationNames = new(names, problems);
    private readonly DestinationChecker _destinations = new(devices, links, problems);
    private readonly List<BrokenApplication> _broken = [];
    private int _total;

    /// <summary>The applications that have problems too deep to say where they run or what they measure.</summary>
    internal IReadOnlyList<BrokenApplication> Broken => _broken;

    internal IReadOnlyList<CheckedApplication> Check(MappingElement root)
    {
        string path = ScenarioKeys.Applications.Name;
        switch (OptionReader.Section(root, ScenarioKeys.Applications))
        {
            case null:
                _broken.Add(BrokenApplication.Unknown);
                break;
            case SequenceElement { Items: [] } empty:
                problems.Add(empty.Place, path, "is empty; write at least one such as - { on: server, run: tcp-echo-server, port: 5000 }");
                break;
            case SequenceElement sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                    CheckApplication(sequence.Items[i], ElementPath.Item(path, i));
                break;
            case var other:
                problems.Add(other.Place, path,
                    $"takes a list of applications such as - {{ on: server, run: tcp-echo-server, port: 5000 }}, not {other.Description}");
                _broken.Add(BrokenApplication.Unknown);
                break;
        }

        return _applications;
    }

    private void CheckApplication(Element element, string path)
    {
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {{ on: server, run: tcp-echo-server, port: 5000 }}, not {element.Description}");
            _broken.Add(BrokenApplication.Unknown with { Name = "" });
            return;
        }

        ApplicationKind? kind = OptionReader.ReadAhead(mapping, ApplicationKeys.Run);

        IReadOnlyList<Key> keys = kind is not null ? [.. ApplicationKeys.All, .. kind.Options] : KeysOfUnknownKind.Choose(
            mapping,
            ApplicationKeys.All,
            [.. ApplicationKinds.Table.Rows.Select(row => (row.Name, row.Options))],
            RawText(mapping, ApplicationKeys.Run));
        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        end.Check(mapping, path, ApplicationKeys.Start, values);
        DeviceReference? on = CheckOn(mapping, path, values);
        if (kind is null || on is null)
            _broken.Add(new BrokenApplication(RawText(mapping, ApplicationKeys.Name) ?? RawText(mapping, ApplicationKeys.Run) ?? "", RawText(mapping, ApplicationKeys.On), kind));
        if (kind is null)
        {
            _destinations.Check(mapping, path, values, on);
            return;
        }

        CheckOneOf(mapping, path, kind);
        if (kind.Check(values) is { } found)
            problems.Add(mapping.Find(found.Option.Name)!.Value.Place, ElementPath.Key(path, found.Option.Name), found.Problem);
        _destinations.Check(mapping, path, values, on);
        if (on is null)
            return;

        string name = _applicationNames.Claim(mapping, path, values, kind, on);
        _total += on.Members.Count;
        if (_total > CheckingLimits.MaxApplications)
            problems.Add(mapping.Place, path, $"makes {_total} applications in all; a scenario has at most {CheckingLimits.MaxApplications}");

        var spec = new ApplicationSpec(name, on.Member ?? on.Spec.Name, on.Members, kind, values.Get(ApplicationKeys.Start), values);
        _applications.Add(new CheckedApplication(_applications.Count, spec, on));
    }

    private static string? RawText(MappingElement mapping, Key key) => (mapping.Find(key.Name)?.Value as ScalarElement)?.Text;

    private DeviceReference? CheckOn(MappingElement mapping, string path, OptionValues values)
    {
        if (!values.TryGet(ApplicationKeys.On, out string? name))
            return null;

        Place place = mapping.Find(ApplicationKeys.On.Name)!.Value.Place;
        string onPath = ElementPath.Key(path, ApplicationKeys.On.Name);
        DeviceReference? on = devices.Resolve(name!, place, onPath);
        if (on is not null && !on.Spec.Kind.RunsApplications)
        {
            problems.Add(place, onPath, $"{Quoted.Text(name)} is a {on.Spec.Kind}; applications run on hosts");
            return null;
        }

        return on;
    }

    private void CheckOneOf(MappingElement mapping, string path, ApplicationKind kind)
    {
        if (kind.OneOf.Count == 0)
            return;
        List<MappingEntry> given = [.. kind.OneOf.Select(o => mapping.Find(o.Name)).OfType<MappingEntry>()];
        string names = string.Join(" or ", kind.OneOf.Select(o => o.Name));
        if (given.Count == 0)
            problems.Add(mapping.Place, path, $"lacks {names}; write, for example, {kind.OneOf[0].Name}: {kind.OneOf[0].ValueFormat.Example}");
        else if (given.Count > 1)
            problems.Add(given[1].KeyPlace, ElementPath.Key(path, given[1].Key), $"{kind.Name} takes either {names}, not both");
    }
}
