using Wavetank.Links;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Building;

/// <summary>Conditions in the scenario's words as options in the words of links.</summary>
internal static class ConditionsOfLinks
{
    internal static LinkOptions ToOptions(this LinkConditions conditions, ByteSize mtu) => new()
    {
        Rate = Rate(conditions.Rate),
        Delay = conditions.Delay.ToTimeSpan(),
        Jitter = conditions.Jitter.ToTimeSpan(),
        Loss = (double)conditions.Loss.Value,
        Duplicate = (double)conditions.Duplicate.Value,
        Reorder = (double)conditions.Reorder.Value,
        Corrupt = (double)conditions.Corrupt.Value,
        Mtu = (int)mtu.Bytes,
        Queue = conditions.Queue.Kind.Create(conditions.Queue.Options),
    };

    /// <summary>The options with what changes changed.</summary>
    internal static LinkOptions With(this LinkOptions options, LinkChanges changes) => options with
    {
        Rate = changes.Rate is { } rate ? Rate(rate) : options.Rate,
        Delay = changes.Delay?.ToTimeSpan() ?? options.Delay,
        Jitter = changes.Jitter?.ToTimeSpan() ?? options.Jitter,
        Loss = (double?)changes.Loss?.Value ?? options.Loss,
        Duplicate = (double?)changes.Duplicate?.Value ?? options.Duplicate,
        Reorder = (double?)changes.Reorder?.Value ?? options.Reorder,
        Corrupt = (double?)changes.Corrupt?.Value ?? options.Corrupt,
    };

    private static DataRate Rate(BitRate? rate) => rate is { } value ? new DataRate(value.BitsPerSecond) : DataRate.Unlimited;
}
