using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>Reads what an entry of the timeline changes about a link.</summary>
internal sealed class ChangesReader(DeviceIndex devices, Problems problems)
{
    private readonly ConditionReader _details = new(devices, problems);
    private readonly QueueReader _queues = new(problems);

    /// <summary>What is changed, and the same in words for people.</summary>
    /// <param name="mapping">The entry.</param>
    /// <param name="path">Its path.</param>
    /// <param name="values">Its options, read before.</param>
    internal (LinkChanges Changes, string Text) Read(MappingElement mapping, string path, OptionValues values)
    {
        (LinkChanges both, string text) = ReadConditions(mapping, path, values, inherited: []);
        values.TryGet(LinkKeys.Preset, out PresetKind? preset);
        (LinkChanges? forward, string forwardText) = ReadDirection(mapping, path, LinkKeys.Forward, both);
        (LinkChanges? backward, string backwardText) = ReadDirection(mapping, path, LinkKeys.Backward, both);
        return (
            both with { Preset = preset, Forward = forward, Backward = backward },
            string.Join(", ", new[] { text, forwardText, backwardText }.Where(part => part.Length > 0)));
    }

    private (LinkChanges? Changes, string Text) ReadDirection(MappingElement entry, string entryPath, Section direction, LinkChanges both)
    {
        if (OptionReader.Section(entry, direction) is not { } element)
            return (null, "");

        string path = ElementPath.Key(entryPath, direction.Name);
        if (element is not MappingElement mapping)
        {
            problems.Add(element.Place, path, $"takes a mapping such as {direction.Example}, not {element.Description}");
            return (null, "");
        }

        OptionValues values = OptionReader.Read(mapping, path, LinkKeys.ChangeableOfDirection, problems);
        (LinkChanges changes, string text) = ReadConditions(mapping, path, values, both.Details);
        return (changes, $"{direction.Name}: {{ {text} }}");
    }

    private (LinkChanges Changes, string Text) ReadConditions(MappingElement mapping, string path, OptionValues values, IReadOnlyList<ConditionSpec> inherited)
    {
        IReadOnlyList<ConditionSpec> details = _details.ReadAll(mapping, path, LinkKeys.ChangeableOfDirection);
        QueueSpec? queue = _queues.Read(mapping, path);
        if (values.Has(LinkKeys.Jitter)
            && details.Concat(inherited.Where(_ => mapping.Find(LinkKeys.Delay.Name) is null)).Any(detail => detail.Condition == LinkKeys.Delay.Name))
        {
            problems.Add(
                mapping.Find(LinkKeys.Jitter.Name)!.Value.Place, ElementPath.Key(path, LinkKeys.Jitter.Name),
                "is for a plain delay; here the delay has a distribution of its own, so leave it out");
        }

        var changes = new LinkChanges(
            values.GivenOrNull(LinkKeys.Rate),
            values.GivenOrNull(LinkKeys.Delay),
            values.GivenOrNull(LinkKeys.Jitter),
            values.GivenOrNull(LinkKeys.Loss),
            values.GivenOrNull(LinkKeys.Duplicate),
            values.GivenOrNull(LinkKeys.Reorder),
            values.GivenOrNull(LinkKeys.Corrupt))
        {
            LossEcn = values.GivenOrNull(LinkKeys.LossEcn),
            KeepOrder = values.GivenOrNull(LinkKeys.KeepOrder),
            Mtu = values.GivenOrNull(LinkKeys.Mtu),
            Limit = values.GivenOrNull(LinkKeys.Limit),
            Queue = queue,
            Details = details,
        };
        return (changes, Words(values, details, queue));
    }

    private static string Words(ConditionSpec detail) => detail switch
    {
        { Kind: null } => $"{detail.Condition}: none",
        { Kind: var kind } when kind.Name != detail.Condition => $"{detail.Condition}: {kind}",
        _ when detail.Options.Given.Any() => $"{detail.Condition}: {{ {string.Join(", ", detail.Options.Given.Select(pair => $"{pair.Key}: {pair.Value}"))} }}",
        _ => detail.Condition,
    };

    private static string Words(OptionValues values, IReadOnlyList<ConditionSpec> details, QueueSpec? queue) => string.Join(", ", [
        .. values.Given.Where(pair => LinkKeys.Changeable.Any(key => key.Name == pair.Key)).Select(pair => $"{pair.Key}: {pair.Value}"),
        .. details.Select(Words),
        .. queue is null ? Array.Empty<string>() : [$"{LinkKeys.Queue.Name}: {queue.Kind.Name}"],
    ]);
}
