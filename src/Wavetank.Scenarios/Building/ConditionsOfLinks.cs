using Wavetank.Links;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Building;

/// <summary>Conditions in the scenario's words as options in the words of links.</summary>
internal static class ConditionsOfLinks
{
    internal static LinkOptions ToOptions(this LinkConditions conditions) => Apply(conditions.Details, new()
    {
        Rate = Rate(conditions.Rate),
        Delay = conditions.Delay.ToTimeSpan(),
        Jitter = conditions.Jitter.ToTimeSpan(),
        Loss = (double)conditions.Loss.Value,
        Duplicate = (double)conditions.Duplicate.Value,
        Reorder = (double)conditions.Reorder.Value,
        Corrupt = (double)conditions.Corrupt.Value,
        LossEcn = conditions.LossEcn,
        KeepOrder = conditions.KeepOrder,
        Limit = (int?)conditions.Limit,
        Mtu = (int)conditions.Mtu.Bytes,
        Queue = conditions.Queue.Made,
    });

    /// <summary>The options of the direction from the first device to the second, with what changes changed.</summary>
    internal static LinkOptions ForwardWith(this LinkOptions options, LinkChanges changes) => With(changes.Preset?.Preset.Upload ?? options, changes, changes.Forward);

    /// <summary>The options of the direction from the second device to the first, with what changes changed.</summary>
    internal static LinkOptions BackwardWith(this LinkOptions options, LinkChanges changes) => With(changes.Preset?.Preset.Download ?? options, changes, changes.Backward);

    private static LinkOptions With(LinkOptions options, LinkChanges changes, LinkChanges? ofDirection)
    {
        LinkOptions changed = With(options, changes);
        return ofDirection is null ? changed : With(changed, ofDirection);
    }

    /// <summary>A plain value takes the place of a model, too.</summary>
    private static LinkOptions With(LinkOptions options, LinkChanges changes)
    {
        if (changes.Rate is { } rate)
            options = options with { Rate = Rate(rate), DeliveryTrace = null };
        if (changes.Delay is not null || changes.Jitter is not null)
        {
            options = options with
            {
                Delay = changes.Delay?.ToTimeSpan() ?? options.Delay,
                Jitter = changes.Jitter?.ToTimeSpan() ?? options.Jitter,
                DelayModel = null,
            };
        }

        if (changes.Loss is { } loss)
            options = options with { Loss = (double)loss.Value, LossPeriod = 0, LossModel = null };
        if (changes.Duplicate is { } duplicate)
            options = options with { Duplicate = (double)duplicate.Value, DuplicateCorrelation = 0 };
        if (changes.Reorder is { } reorder)
            options = options with { Reorder = (double)reorder.Value, ReorderCorrelation = 0, ReorderGap = 1 };
        if (changes.Corrupt is { } corrupt)
            options = options with { Corrupt = (double)corrupt.Value, CorruptCorrelation = 0 };
        return Apply(changes.Details, options with
        {
            LossEcn = changes.LossEcn ?? options.LossEcn,
            KeepOrder = changes.KeepOrder ?? options.KeepOrder,
            Mtu = (int?)changes.Mtu?.Bytes ?? options.Mtu,
            Limit = (int?)changes.Limit ?? options.Limit,
            Queue = changes.Queue?.Made ?? options.Queue,
        });
    }

    private static LinkOptions Apply(IReadOnlyList<ConditionSpec> details, LinkOptions options) =>
        details.Aggregate(options, (changed, detail) => detail.Apply(changed));

    private static DataRate Rate(BitRate? rate) => rate is { } value ? new DataRate(value.BitsPerSecond) : DataRate.Unlimited;
}
