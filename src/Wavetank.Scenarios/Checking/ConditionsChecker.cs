using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks the conditions of a link or of one of its directions.</summary>
internal sealed class ConditionsChecker(Problems problems)
{
    private readonly ConditionReader _details = new(problems);

    /// <summary>Checks a link: what it says of both directions.</summary>
    /// <param name="mapping">The link.</param>
    /// <param name="path">Its path.</param>
    /// <param name="values">Its options, read before.</param>
    /// <param name="preset">What holds where it is silent; null for defaults.</param>
    internal (LinkConditions Forward, LinkConditions Backward) CheckLink(MappingElement mapping, string path, OptionValues values, PresetKind? preset) =>
        preset is null
            ? Check(mapping, path, values, null, null)
            : Check(mapping, path, values, PresetConditions.Of(preset.Preset.Upload), PresetConditions.Of(preset.Preset.Download));

    /// <summary>Checks what a link says of one direction alone.</summary>
    /// <param name="mapping">The direction.</param>
    /// <param name="path">Its path.</param>
    /// <param name="values">Its options, read before.</param>
    /// <param name="inherited">What holds where it is silent.</param>
    internal LinkConditions CheckDirection(MappingElement mapping, string path, OptionValues values, LinkConditions inherited) =>
        Check(mapping, path, values, inherited, inherited).Forward;

    private (LinkConditions Forward, LinkConditions Backward) Check(
        MappingElement mapping, string path, OptionValues values, LinkConditions? forward, LinkConditions? backward)
    {
        IReadOnlyList<ConditionSpec> given = _details.ReadAll(mapping, path, LinkKeys.OfDirection);
        QueueSpec? queue = CheckQueue(mapping, path);
        if (values.Has(LinkKeys.Jitter)
            && given.Concat(Kept(mapping, forward)).Concat(Kept(mapping, backward)).Any(detail => detail.Condition == LinkKeys.Delay.Name))
        {
            problems.Add(mapping.Find(LinkKeys.Jitter.Name)!.Value.Place, ElementPath.Key(path, LinkKeys.Jitter.Name), "is for a plain delay; here the delay has a distribution of its own, so leave it out");
        }

        LinkConditions result = Over(forward);
        return (result, ReferenceEquals(forward, backward) ? result : Over(backward));

        LinkConditions Over(LinkConditions? inherited) => new(
            values.GivenOrNull(LinkKeys.Rate) ?? inherited?.Rate,
            values.GivenOrNull(LinkKeys.Delay) ?? inherited?.Delay ?? values.Get(LinkKeys.Delay),
            values.GivenOrNull(LinkKeys.Jitter) ?? inherited?.Jitter ?? values.Get(LinkKeys.Jitter),
            values.GivenOrNull(LinkKeys.Loss) ?? inherited?.Loss ?? values.Get(LinkKeys.Loss),
            values.GivenOrNull(LinkKeys.Duplicate) ?? inherited?.Duplicate ?? values.Get(LinkKeys.Duplicate),
            values.GivenOrNull(LinkKeys.Reorder) ?? inherited?.Reorder ?? values.Get(LinkKeys.Reorder),
            values.GivenOrNull(LinkKeys.Corrupt) ?? inherited?.Corrupt ?? values.Get(LinkKeys.Corrupt),
            queue ?? inherited?.Queue ?? DefaultQueue)
        {
            KeepOrder = values.GivenOrNull(LinkKeys.KeepOrder) ?? inherited?.KeepOrder ?? true,
            Limit = values.GivenOrNull(LinkKeys.Limit) ?? inherited?.Limit,
            Details = [.. Kept(mapping, inherited), .. given],
        };
    }

    /// <summary>What of the inherited details the mapping says nothing about.</summary>
    private static IEnumerable<ConditionSpec> Kept(MappingElement mapping, LinkConditions? inherited) =>
        inherited?.Details.Where(detail => mapping.Find(detail.Condition) is null) ?? [];

    private static QueueSpec DefaultQueue => new(QueueKinds.Table.Rows[0], new OptionValues());

    private QueueSpec? CheckQueue(MappingElement parent, string parentPath)
    {
        if (OptionReader.Section(parent, LinkKeys.Queue) is not { } element)
            return null;

        string path = ElementPath.Key(parentPath, LinkKeys.Queue.Name);
        return element switch
        {
            MappingElement mapping => CheckLongQueue(mapping, path),
            ScalarElement scalar => CheckShortQueue(scalar, path),
            _ => Refuse(element, path),
        };
    }

    private QueueSpec? CheckLongQueue(MappingElement mapping, string path)
    {
        Element? written = mapping.Find(QueueKeys.Kind.Name)?.Value;
        QueueKind? kind = written is null ? QueueKinds.Table.Rows[0] : OptionReader.ReadAhead(mapping, QueueKeys.Kind);
        IReadOnlyList<Key> keys = kind is not null
            ? [QueueKeys.Kind, .. kind.Options]
            : KeysOfUnknownKind.Choose(
                mapping, [QueueKeys.Kind], [.. ScenarioTables.Queues.Rows.Select(row => (row.Name, row.Options))], (written as ScalarElement)?.Text);
        int before = problems.Count;
        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        if (kind is null || problems.Count > before)
            return null;

        if (kind.Problem(values) is { } problem)
        {
            MappingEntry? entry = problem.Option is null ? null : mapping.Find(problem.Option.Name);
            problems.Add(entry?.Value.Place ?? mapping.Place, entry is null ? path : ElementPath.Key(path, entry.Key), problem.Message);
            return null;
        }

        return new QueueSpec(kind, values);
    }

    /// <summary>The kind alone: <c>queue: codel</c>.</summary>
    private QueueSpec? CheckShortQueue(ScalarElement scalar, string path)
    {
        if (QueueKinds.Table.Find(scalar.Text) is not { } kind)
        {
            problems.Add(scalar.Place, path, $"{QueueKinds.Table.DescribeUnknown(scalar.Text)}; write a queue, or a mapping such as {{ kind: fifo, limit: 100 packets }}");
            return null;
        }

        if (kind.Options.FirstOrDefault(option => option.IsRequired) is { } missing)
        {
            problems.Add(
                scalar.Place, path,
                $"the queue {Quoted.Text(kind.Name)} needs the key {Quoted.Text(missing.Name)}; write {{ kind: {kind.Name}, {missing.Name}: {missing.ValueFormat.Example} }}");
            return null;
        }

        return new QueueSpec(kind, new OptionValues());
    }

    private QueueSpec? Refuse(Element element, string path)
    {
        problems.Add(element.Place, path, $"takes a mapping such as {{ kind: fifo, limit: 100 packets }}, not {element.Description}");
        return null;
    }
}
