using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>Checks the conditions of a link or of one of its directions.</summary>
internal sealed class ConditionsChecker(DeviceIndex devices, Problems problems)
{
    private readonly ConditionReader _details = new(devices, problems);
    private readonly QueueReader _queues = new(problems);

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
        QueueSpec? queue = _queues.Read(mapping, path);
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
            LossEcn = values.GivenOrNull(LinkKeys.LossEcn) ?? inherited?.LossEcn ?? false,
            KeepOrder = values.GivenOrNull(LinkKeys.KeepOrder) ?? inherited?.KeepOrder ?? true,
            Mtu = values.GivenOrNull(LinkKeys.Mtu) ?? inherited?.Mtu ?? values.Get(LinkKeys.Mtu),
            Limit = values.GivenOrNull(LinkKeys.Limit) ?? inherited?.Limit,
            Details = [.. Kept(mapping, inherited), .. given],
        };
    }

    /// <summary>What of the inherited details the mapping says nothing about.</summary>
    private static IEnumerable<ConditionSpec> Kept(MappingElement mapping, LinkConditions? inherited) =>
        inherited?.Details.Where(detail => mapping.Find(detail.Condition) is null) ?? [];

    private static QueueSpec DefaultQueue => new(QueueKinds.Table.Rows[0], new OptionValues());
}
