using Wavetank.Devices.Topologies;
using Wavetank.Engine;
using Wavetank.Scenarios.Graphs;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Topologies;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>topology</c>, and adds its devices to those that <c>devices</c> names.</summary>
internal sealed class TopologyChecker(DeviceIndex devices, NameRegistry names, ulong seed, Problems problems)
{
    private const string Example = "{ kind: star, hosts: 5 }";

    private readonly TopologyLinks _links = new();
    private readonly LinkRowReader _rows = new(devices, problems);

    internal TopologyLinks Check(MappingElement root)
    {
        string path = ScenarioKeys.Topology.Name;
        switch (OptionReader.Section(root, ScenarioKeys.Topology))
        {
            case null:
                break;
            case MappingElement one:
                CheckOne(one, path);
                break;
            case SequenceElement { Items: [] } empty:
                problems.Add(empty.Place, path, $"is empty; write a topology such as {Example}, or leave it out");
                MarkBroken();
                break;
            case SequenceElement several:
                for (int i = 0; i < several.Items.Count; i++)
                    CheckItem(several.Items[i], ElementPath.Item(path, i));
                break;
            case var other:
                CheckItem(other, path);
                break;
        }

        return _links;
    }

    private void CheckItem(Element item, string path)
    {
        if (item is MappingElement mapping)
        {
            CheckOne(mapping, path);
            return;
        }

        problems.Add(item.Place, path, $"takes a mapping such as {Example}, not {item.Description}");
        MarkBroken();
    }

    private void CheckOne(MappingElement mapping, string path)
    {
        int before = problems.Count;
        TopologyKind? kind = OptionReader.ReadAhead(mapping, TopologyKeys.Kind);
        MappingEntry? written = mapping.Find(TopologyKeys.Kind.Name);
        if (written is null && mapping.Find(ImportedGraph.From.Name) is not null)
            kind = ImportedGraph.Import;

        OptionValues values = OptionReader.Read(mapping, path, KeysOf(kind, mapping, (written?.Value as ScalarElement)?.Text), problems);
        if (written is null && kind is null)
            problems.Add(mapping.Place, path, $"lacks the key {Quoted.Text(TopologyKeys.Kind.Name)}; write, for example, kind: star, or from: europe.graphml");
        OptionValues ofHosts = Inner(mapping, path, TopologyKeys.Host, TopologyKeys.OfHosts);
        OptionValues ofRouters = Inner(mapping, path, TopologyKeys.Router, TopologyKeys.OfRouters);
        string prefix = values.TryGet(TopologyKeys.Prefix, out string? given) ? $"{given}-" : "";
        var place = new TopologyPlace(prefix, path, mapping.Place);
        TopologyPlan? plan = kind is null || problems.Count > before ? null : Plan(kind, values, prefix, mapping, path);
        bool isRight = plan is not null && !IsTooLarge(plan, mapping, path);
        if (isRight)
            new TopologyDevices(devices, names, problems).Add(plan!, place, ofHosts, ofRouters);

        // Behind the devices, which the rules of links may name.
        Dictionary<string, TopologyLinkGroup> groups = kind is null ? [] : kind.LinkGroups.ToDictionary(group => group, group => ReadGroup(mapping, path, group));
        if (isRight && problems.Count == before)
            new TopologyLinksMaker(_links, names, problems).Add(plan!, place, groups);
        if (!isRight || problems.Count > before)
            MarkBroken();
    }

    private void MarkBroken()
    {
        devices.MarkInDoubt();
        _links.MarkBroken();
    }

    private static IReadOnlyList<Key> KeysOf(TopologyKind? kind, MappingElement mapping, string? written)
    {
        if (kind is not null)
            return [.. TopologyKeys.All, .. kind.Keys];

        IReadOnlyList<TopologyKind> rows = TopologyKinds.Table.Rows;
        Key[] sections = [.. rows.SelectMany(row => row.LinkGroups).Distinct().Select(TopologyKeys.ConditionsOf)];
        return KeysOfUnknownKind.Choose(mapping, [.. TopologyKeys.All, .. sections], [.. rows.Select(row => (row.Name, row.Options))], written);
    }

    private OptionValues Inner(MappingElement mapping, string path, Section section, IReadOnlyList<Key> keys)
    {
        string inner = ElementPath.Key(path, section.Name);
        switch (OptionReader.Section(mapping, section))
        {
            case null:
                return new OptionValues();
            case MappingElement found:
                return OptionReader.Read(found, inner, keys, problems);
            case var other:
                problems.Add(other.Place, inner, $"takes a mapping such as {section.Example}, not {other.Description}");
                return new OptionValues();
        }
    }

    private TopologyLinkGroup ReadGroup(MappingElement mapping, string path, string group)
    {
        Section section = TopologyKeys.ConditionsOf(group);
        string inner = ElementPath.Key(path, section.Name);
        Element? element = OptionReader.Section(mapping, section);
        if (element is not null and not MappingElement)
            problems.Add(element.Place, inner, $"takes a mapping such as {section.Example}, not {element.Description}");
        MappingElement given = element as MappingElement ?? new MappingElement(mapping.Place);
        return new TopologyLinkGroup(given, inner, _rows.Read(given, inner, TopologyKeys.OfLinks));
    }

    private TopologyPlan? Plan(TopologyKind kind, OptionValues values, string prefix, MappingElement mapping, string path)
    {
        using var simulator = new Simulator(seed);
        try
        {
            return kind.Create(new TopologyArguments(values, () => simulator.CreateRandomStream($"topology/{prefix}{kind.Name}"), problems.Folder));
        }
        catch (ImportException exception)
        {
            foreach (GraphProblem problem in exception.Problems)
                problems.Add(new Place(problem.Line, problem.Column) { File = exception.File }, "", problem.Message);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // The platform adds lines of its own to what a definition says.
            problems.Add(mapping.Place, path, exception.Message.Split(" (Parameter", 2)[0]);
        }

        return null;
    }

    private bool IsTooLarge(TopologyPlan plan, MappingElement mapping, string path)
    {
        (int deviceCount, int linkCount) = (devices.Count + plan.Devices.Count, _links.Count + plan.Links.Count);
        if (deviceCount > CheckingLimits.MaxDevices)
            problems.Add(mapping.Place, path, $"makes {deviceCount} devices in all; a scenario has at most {CheckingLimits.MaxDevices}");
        if (linkCount > CheckingLimits.MaxLinks)
            problems.Add(mapping.Place, path, $"makes {linkCount} links in all; a scenario has at most {CheckingLimits.MaxLinks}");
        return deviceCount > CheckingLimits.MaxDevices || linkCount > CheckingLimits.MaxLinks;
    }
}
