using Wavetank.Packets;

namespace Wavetank.Scenarios.Results;

/// <summary>Packets dropped for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Packets">How many; 1 or more.</param>
public sealed record DropCount(DropReason Reason, long Packets)
{
    /// <summary>The reasons for which anything was dropped, in the order of <see cref="DropReason"/>.</summary>
    /// <param name="count">Tells how many packets were dropped for a reason.</param>
    public static IReadOnlyList<DropCount> List(Func<DropReason, long> count) =>
        [.. Enum.GetValues<DropReason>().Select(reason => new DropCount(reason, count(reason))).Where(drop => drop.Packets > 0)];
}
