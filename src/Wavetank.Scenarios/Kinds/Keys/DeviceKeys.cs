using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of a device.</summary>
internal static class DeviceKeys
{
    internal const long MaxCount = 10_000;

    internal static readonly Option<DeviceKind> Kind = Option<DeviceKind>.Required(
        "kind", ValueFormats.KindOf(DeviceKinds.Table), "What the device is.");

    internal static readonly Option<long> Count = Option<long>.Optional(
        "count", ValueFormats.Count, "Makes that many devices, named client-1, client-2, …; the name alone then means all of them.",
        new OrderedRange<long>(1, MaxCount));

    internal static readonly Option<Position> Place = Option<Position>.Optional(
        "place", ValueFormats.Place, "Where it stands; a link between two places that says no delay has that of the distance.");

    internal static readonly IReadOnlyList<Key> All = [Kind, Count, Place];
}
