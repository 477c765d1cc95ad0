using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks the conditions of a link or of one of its directions.</summary>
internal sealed class ConditionsChecker(Problems problems)
{
    private readonly ConditionReader _details = new(problems);

    /// <param name="mapping">The link or the direction.</param>
    /// <param name="path">Its path.</param>
    /// <param name="values">Its options, read before.</param>
    /// <param name="inherited">What holds where a direction is silent; null for the link itself, which has defaults.</param>
    internal LinkConditions Check(MappingElement mapping, string path, OptionValues values, LinkConditions? inherited)
    {
        IReadOnlyList<ConditionSpec> given = _details.ReadAll(mapping, path, LinkKeys.OfDirection);
        ConditionSpec[] kept = [.. inherited?.Details.Where(detail => mapping.Find(detail.Condition) is null) ?? []];
        if (values.Has(LinkKeys.Jitter) && given.Concat(kept).Any(detail => detail.Condition == LinkKeys.Delay.Name))
            problems.Add(mapping.Find(LinkKeys.Jitter.Name)!.Value.Place, ElementPath.Key(path, LinkKeys.Jitter.Name), "is for a plain delay; here the delay has a distribution of its own, so leave it out");
        return new LinkConditions(
            values.GivenOrNull(LinkKeys.Rate) ?? inherited?.Rate,
            values.GivenOrNull(LinkKeys.Delay) ?? inherited?.Delay ?? values.Get(LinkKeys.Delay),
            values.GivenOrNull(LinkKeys.Jitter) ?? inherited?.Jitter ?? values.Get(LinkKeys.Jitter),
            values.GivenOrNull(LinkKeys.Loss) ?? inherited?.Loss ?? values.Get(LinkKeys.Loss),
            values.GivenOrNull(LinkKeys.Duplicate) ?? inherited?.Duplicate ?? values.Get(LinkKeys.Duplicate),
            values.GivenOrNull(LinkKeys.Reorder) ?? inherited?.Reorder ?? values.Get(LinkKeys.Reorder),
            values.GivenOrNull(LinkKeys.Corrupt) ?? inherited?.Corrupt ?? values.Get(LinkKeys.Corrupt),
            CheckQueue(mapping, path) ?? inherited?.Queue ?? DefaultQueue)
        {
            KeepOrder = values.GivenOrNull(LinkKeys.KeepOrder) ?? inherited?.KeepOrder ?? true,
            Limit = values.GivenOrNull(LinkKeys.Limit) ?? inherited?.Limit,
            Details = [.. kept, .. given],
        };
    }

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
