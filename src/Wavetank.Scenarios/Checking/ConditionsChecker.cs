using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

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
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {{ kind: fifo, limit: 100 packets }}, not {element.Description}");
            return null;
        }

        // The options of an unknown kind are unknown too: only the kind is then reported.
        QueueKind? kind = mapping.Find(QueueKeys.Kind.Name) is null
            ? QueueKinds.Table.Rows[0]
            : OptionReader.ReadAhead(mapping, QueueKeys.Kind);
        IEnumerable<Option> options = kind?.Options ?? ScenarioTables.Queues.Rows.SelectMany(r => r.Options);
        OptionValues values = OptionReader.Read(mapping, path, [QueueKeys.Kind, .. options], problems);
        return kind is null ? null : new QueueSpec(kind, values);
    }
}
