using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Queues;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Presets;

/// <summary>A preset's directions in the scenario's words, so that keys beside it take the place of what it says.</summary>
internal static class PresetConditions
{
    internal static LinkConditions Of(LinkOptions options) => new(
        options.Rate.IsUnlimited ? null : new BitRate(options.Rate.BitsPerSecond),
        Time(options.Delay),
        Time(options.Jitter),
        Share(options.Loss),
        Share(options.Duplicate),
        Share(options.Reorder),
        Share(options.Corrupt),
        QueueOf(options.Queue))
    {
        LossEcn = options.LossEcn,
        KeepOrder = options.KeepOrder,
        Limit = options.Limit,
        Mtu = new ByteSize(options.Mtu),
        Details = [.. Details(options)],
    };

    internal static Duration Time(TimeSpan time) => new(time.Ticks * TimeSpan.NanosecondsPerTick);

    internal static Probability Share(double value) => new((decimal)value);

    /// <summary>How much a plain queue holds; null for all others.</summary>
    internal static QueueLimit? Limit(QueueOptions queue) => queue switch
    {
        FifoQueueOptions { LimitPackets: >= 1 and var packets, LimitBytes: null } => QueueLimit.Packets(packets),
        FifoQueueOptions { LimitPackets: null, LimitBytes: >= 1 and var bytes } => QueueLimit.Bytes(new ByteSize(bytes)),
        _ => null,
    };

    private static QueueSpec QueueOf(QueueOptions queue)
    {
        var values = new OptionValues();
        if (Limit(queue) is not { } limit)
            return new QueueSpec(new QueueKind(queue.Kind, "The queue of a preset.", _ => queue), values);

        values.Add(SharedQueueOptions.Limit, limit);
        return new QueueSpec(SimpleQueues.Fifo, values);
    }

    /// <summary>What one value does not describe, each under the key that would take its place.</summary>
    private static IEnumerable<ConditionSpec> Details(LinkOptions preset)
    {
        if (preset.Framing is not null || preset.DeliveryTrace is not null)
            yield return Detail(LinkKeys.Rate, options => options with { Rate = preset.Rate, Framing = preset.Framing, DeliveryTrace = preset.DeliveryTrace });
        if (preset.DelayModel is { } delay)
            yield return Detail(LinkKeys.Delay, options => options with { DelayModel = delay });
        if (preset.LossModel is not null || preset.LossPeriod > 0)
            yield return Detail(LinkKeys.Loss, options => options with { LossModel = preset.LossModel, LossPeriod = preset.LossPeriod });
        if (preset.DuplicateCorrelation > 0)
            yield return Detail(LinkKeys.Duplicate, options => options with { DuplicateCorrelation = preset.DuplicateCorrelation });
        if (preset.ReorderCorrelation > 0 || preset.ReorderGap > 1)
            yield return Detail(LinkKeys.Reorder, options => options with { ReorderCorrelation = preset.ReorderCorrelation, ReorderGap = preset.ReorderGap });
        if (preset.CorruptCorrelation > 0)
            yield return Detail(LinkKeys.Corrupt, options => options with { CorruptCorrelation = preset.CorruptCorrelation });
        if (preset.Slots is { } slots)
            yield return Detail(LinkKeys.Slot, options => options with { Slots = slots });
        if (preset.Schedule is { } schedule)
            yield return Detail(LinkKeys.Schedule, options => options with { Schedule = schedule });
        if (preset.Rules.Count > 0)
            yield return Detail(LinkKeys.Rules, options => options with { Rules = preset.Rules });
    }

    private static ConditionSpec Detail(Key key, Func<LinkOptions, LinkOptions> apply) => new(key.Name, null, new OptionValues()) { Apply = apply };
}
