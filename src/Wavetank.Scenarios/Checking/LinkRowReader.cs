using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>Reads what a link, or a group of links of a topology, says of itself.</summary>
internal sealed class LinkRowReader(DeviceIndex devices, Problems problems)
{
    private readonly ConditionsChecker _conditions = new(devices, problems);

    /// <param name="mapping">The link.</param>
    /// <param name="path">Its path.</param>
    /// <param name="keys">The keys that it may hold.</param>
    internal LinkRow Read(MappingElement mapping, string path, IReadOnlyList<Key> keys)
    {
        OptionValues values = OptionReader.Read(mapping, path, keys, problems);
        values.TryGet(LinkKeys.Preset, out PresetKind? preset);
        (LinkConditions forward, LinkConditions backward) = _conditions.CheckLink(mapping, path, values, preset);
        return new LinkRow(
            values,
            CheckDirection(mapping, path, LinkKeys.Forward, forward),
            CheckDirection(mapping, path, LinkKeys.Backward, backward),
            CostOf(mapping, LinkKeys.Forward, values),
            CostOf(mapping, LinkKeys.Backward, values));
    }

    private LinkConditions CheckDirection(MappingElement link, string linkPath, Section direction, LinkConditions inherited)
    {
        string path = ElementPath.Key(linkPath, direction.Name);
        switch (OptionReader.Section(link, direction))
        {
            case null:
                return inherited;
            case MappingElement mapping:
                OptionValues values = OptionReader.Read(mapping, path, LinkKeys.OfDirection, problems);
                return _conditions.CheckDirection(mapping, path, values, inherited);
            case var other:
                problems.Add(other.Place, path, $"takes a mapping such as {{ rate: 1Mbps, delay: 20ms }}, not {other.Description}");
                return inherited;
        }
    }

    /// <summary>A direction's own cost, or the link's. What is wrong with it has been reported.</summary>
    private static int CostOf(MappingElement link, Section direction, OptionValues both) =>
        OptionReader.Section(link, direction) is MappingElement mapping && mapping.Find(LinkKeys.Cost.Name)?.Value is ScalarElement scalar
        && LinkKeys.Cost.TryParse(scalar.Text, out object? cost, out _)
            ? (int)(long)cost!
            : (int)both.Get(LinkKeys.Cost);
}
