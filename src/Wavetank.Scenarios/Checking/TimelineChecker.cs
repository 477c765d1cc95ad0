using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Actions;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks <c>timeline</c>.</summary>
internal sealed class TimelineChecker(DeviceIndex devices, ActionTargetReader targets, ScenarioEnd end, Problems problems)
{
    private readonly List<TimelineEntry> _timeline = [];
    private readonly ChangesReader _changes = new(devices, problems);

    private static IReadOnlyList<(string Name, IReadOnlyList<Option> Options)> Kinds => [.. ActionKinds.Table.Rows.Select(row => (row.Name, row.Options))];

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

        int before = problems.Count;
        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        end.Check(mapping, path, TimelineKeys.At, values);
        (LinkChanges? changes, string words) = action is { ChangesLinks: true } ? _changes.Read(mapping, path, values) : (null, "");
        if (action is null)
            return;

        ActionTargets? found = targets.Read(action, mapping, path, values);
        if (action.NeedsOne && !action.Keys.Any(o => mapping.Find(o.Name) is not null))
            problems.Add(mapping.Place, path, $"changes nothing; {action} takes at least one of {string.Join(", ", action.Keys.Select(o => o.Name))}");
        if (found is null || problems.Count > before)
            return;

        Duration at = values.Get(TimelineKeys.At);
        if (Create(action, new ActionArguments(values, changes, words, found), mapping, path) is { } create)
            _timeline.Add(new TimelineEntry(at, values.GivenOrNull(TimelineKeys.For), action, found.Names, values) { Create = create });
    }

    private Func<FaultTargets, IEnumerable<Fault>>? Create(ActionKind action, ActionArguments arguments, MappingElement mapping, string path)
    {
        try
        {
            return action.Create(arguments);
        }
        catch (ConditionException exception)
        {
            problems.Add(mapping.Find(exception.Option.Name)!.Value.Place, ElementPath.Key(path, exception.Option.Name), exception.Message);
        }
        catch (FormatException exception)
        {
            problems.Add(mapping.Place, path, exception.Message);
        }
        catch (ArgumentException exception)
        {
            // The platform adds lines of its own to what a definition says.
            problems.Add(mapping.Place, path, exception.Message.Split(" (Parameter", 2)[0]);
        }

        return null;
    }

    /// <summary>The keys of an entry whose action is not known; what it names is looked up all the same.</summary>
    private IReadOnlyList<Key> KeysWithout(MappingElement mapping, string path, IReadOnlyList<Key> common, MappingEntry? unknown)
    {
        if (unknown is not { Value: ScalarElement { IsNothing: false } target })
            return KeysOfUnknownKind.Choose(mapping, common, Kinds, null);

        if (Suggestion.Nearest(unknown.Key, ActionKinds.Table.Names) is { } meant && ActionKinds.Table.Find(meant) is { Sort: ActionTarget.Link or ActionTarget.Host } row)
            targets.Find(row.Sort, target.Text, target.Place, ElementPath.Key(path, unknown.Key));
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
}
