using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>timeline</c>.</summary>
internal sealed class TimelineChecker(LinkIndex links, ScenarioEnd end, Problems problems)
{
    private static readonly IReadOnlyList<(string Name, IReadOnlyList<Option> Options)> Kinds =
        [.. ActionKinds.Table.Rows.Select(row => (row.Name, row.Options))];

    private readonly List<TimelineEntry> _timeline = [];
    private readonly ConditionReader _details = new(problems);

    internal IReadOnlyList<TimelineEntry> Check(MappingElement root)
    {
        string path = ScenarioKeys.Timeline.Name;
        switch (OptionReader.Section(root, ScenarioKeys.Timeline))
        {
            case null:
                break;
            case SequenceElement sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                    CheckEntry(sequence.Items[i], ElementPath.Item(path, i));
                break;
            case var other:
                problems.Add(other.Place, path, $"takes a list such as - {{ at: 10s, cut: client-server, for: 5s }}, not {other.Description}");
                break;
        }

        return _timeline;
    }

    private void CheckEntry(Element element, string path)
    {
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {{ at: 10s, cut: client-server, for: 5s }}, not {element.Description}");
            return;
        }

        ActionKind? action = FindAction(mapping, path, out MappingEntry? unknown);
        Key[] common = [TimelineKeys.At, TimelineKeys.For];
        List<Key> keys = [];
        if (action is null)
            keys.AddRange(KeysWithout(mapping, path, common, unknown));
        else
        {
            keys.AddRange([.. common, action.Target, .. action.Keys]);

            // A second action has been reported as such, not as a key that is not known.
            keys.AddRange(ActionKinds.Table.Rows.Where(a => a != action && mapping.Find(a.Name) is not null).Select(a => new Section(a.Name, "", "")));
        }

        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        end.Check(mapping, path, TimelineKeys.At, values);
        IReadOnlyList<ConditionSpec> details = action is null ? [] : _details.ReadAll(mapping, path, action.Keys);
        if (action is null || !values.TryGet(action.Target, out string? link))
            return;

        if (action.Keys.Count > 0 && !action.Keys.Any(o => mapping.Find(o.Name) is not null))
            problems.Add(mapping.Place, path, $"changes nothing; {action} takes at least one of {string.Join(", ", action.Keys.Select(o => o.Name))}");
        if (values.Has(LinkKeys.Jitter) && details.Any(detail => detail.Condition == LinkKeys.Delay.Name))
            problems.Add(mapping.Find(LinkKeys.Jitter.Name)!.Value.Place, ElementPath.Key(path, LinkKeys.Jitter.Name), "is for a plain delay; here the delay has a distribution of its own, so leave it out");

        Place place = mapping.Find(action.Name)!.Value.Place;
        IReadOnlyList<string> names = links.Resolve(link!, place, ElementPath.Key(path, action.Name)) ?? [];
        Duration at = values.GivenOrNull(TimelineKeys.At) ?? default;
        _timeline.Add(action == ActionKinds.Cut
            ? new CutEntry(at, values.GivenOrNull(TimelineKeys.For), link!, names)
            : new SetEntry(at, values.GivenOrNull(TimelineKeys.For), link!, names, ChangesOf(values, details)));
    }

    /// <summary>The keys of an entry whose action is not known; the link that it names is looked up all the same.</summary>
    private IReadOnlyList<Key> KeysWithout(MappingElement mapping, string path, IReadOnlyList<Key> common, MappingEntry? unknown)
    {
        if (unknown is not { Value: ScalarElement { IsNothing: false } link })
            return KeysOfUnknownKind.Choose(mapping, common, Kinds, null);

        if (Suggestion.Nearest(unknown.Key, ActionKinds.Table.Names) is not null)
            links.Resolve(link.Text, link.Place, ElementPath.Key(path, unknown.Key));
        return KeysOfUnknownKind.Choose(mapping, [.. common, new Section(unknown.Key, "", "")], Kinds, unknown.Key);
    }

    private ActionKind? FindAction(MappingElement mapping, string path, out MappingEntry? unknown)
    {
        unknown = null;
        ActionKind? found = null;
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (ActionKinds.Table.Find(entry.Key) is not { } action)
                continue;
            if (found is not null)
                problems.Add(entry.KeyPlace, ElementPath.Key(path, entry.Key), $"an entry does one thing, and this one does {found} already; write {action} as an entry of its own");
            found ??= action;
        }

        if (found is null)
            unknown = ReportNoAction(mapping, path);
        return found;
    }

    private MappingEntry? ReportNoAction(MappingElement mapping, string path)
    {
        MappingEntry? stranger = mapping.Entries.FirstOrDefault(e =>
            e.Key != TimelineKeys.At.Name && e.Key != TimelineKeys.For.Name
            && !ActionKinds.Table.Rows.Any(a => a.Keys.Any(o => o.Name == e.Key)));
        if (stranger is null)
            problems.Add(mapping.Place, path, $"does nothing; write an action (known: {string.Join(", ", ActionKinds.Table.Names)}) such as cut: client-server");
        else
            problems.Add(stranger.KeyPlace, ElementPath.Key(path, stranger.Key), $"{Quoted.Text(stranger.Key)} is not a known action{KnownNames.Tail(stranger.Key, ActionKinds.Table.Names)}");
        return stranger;
    }

    private static LinkChanges ChangesOf(OptionValues values, IReadOnlyList<ConditionSpec> details) => new(
        values.GivenOrNull(LinkKeys.Rate),
        values.GivenOrNull(LinkKeys.Delay),
        values.GivenOrNull(LinkKeys.Jitter),
        values.GivenOrNull(LinkKeys.Loss),
        values.GivenOrNull(LinkKeys.Duplicate),
        values.GivenOrNull(LinkKeys.Reorder),
        values.GivenOrNull(LinkKeys.Corrupt))
    {
        KeepOrder = values.GivenOrNull(LinkKeys.KeepOrder),
        Limit = values.GivenOrNull(LinkKeys.Limit),
        Details = details,
    };
}
