using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>New conditions of a link; null leaves a condition as it is.</summary>
/// <param name="Rate">How fast bits are sent.</param>
/// <param name="Delay">How long a packet is under way once it is sent.</param>
/// <param name="Jitter">By how much the delay varies at random.</param>
/// <param name="Loss">The share of packets lost.</param>
/// <param name="Duplicate">The share of packets that arrive twice.</param>
/// <param name="Reorder">The share of packets that arrive out of their order.</param>
/// <param name="Corrupt">The share of packets of which one bit is turned over.</param>
public sealed record LinkChanges(
    BitRate? Rate,
    Duration? Delay,
    Duration? Jitter,
    Probability? Loss,
    Probability? Duplicate,
    Probability? Reorder,
    Probability? Corrupt)
{
    /// <summary>Whether packets that would be lost are marked instead, where they can bear a mark.</summary>
    public bool? LossEcn { get; init; }

    /// <summary>Whether packets keep their order where the delay varies.</summary>
    public bool? KeepOrder { get; init; }

    /// <summary>The most packets inside.</summary>
    public long? Limit { get; init; }

    /// <summary>What all other conditions become first; null where they stay as they are.</summary>
    public PresetKind? Preset { get; init; }

    /// <summary>Where packets wait to be sent. What waits moves there, in the order in which it came.</summary>
    public QueueSpec? Queue { get; init; }

    /// <summary>The largest packet.</summary>
    public ByteSize? Mtu { get; init; }

    /// <summary>What the direction from the first device to the second has for itself; null for nothing.</summary>
    public LinkChanges? Forward { get; init; }

    /// <summary>What the direction from the second device to the first has for itself; null for nothing.</summary>
    public LinkChanges? Backward { get; init; }

    /// <summary>Conditions that one value does not describe; each stands over the value of the same name.</summary>
    public IReadOnlyList<ConditionSpec> Details { get; init; } = [];
}
