using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>The conditions of one direction of a link.</summary>
/// <param name="Rate">How fast bits are sent; null for without limit.</param>
/// <param name="Delay">How long a packet is under way once it is sent; 0 by default.</param>
/// <param name="Jitter">By how much the delay varies at random; 0 by default.</param>
/// <param name="Loss">The share of packets lost, each independently; 0 by default.</param>
/// <param name="Duplicate">The share of packets that arrive twice; 0 by default.</param>
/// <param name="Reorder">The share of packets that arrive out of their order; 0 by default.</param>
/// <param name="Corrupt">The share of packets of which one bit is turned over; 0 by default.</param>
/// <param name="Queue">Where packets wait to be sent; fifo of 100 packets by default.</param>
public sealed record LinkConditions(
    BitRate? Rate,
    Duration Delay,
    Duration Jitter,
    Probability Loss,
    Probability Duplicate,
    Probability Reorder,
    Probability Corrupt,
    QueueSpec Queue)
{
    /// <summary>Whether packets that would be lost are marked instead, where they can bear a mark; off by default.</summary>
    public bool LossEcn { get; init; }

    /// <summary>Whether packets keep their order where the delay varies; on by default.</summary>
    public bool KeepOrder { get; init; } = true;

    /// <summary>The largest IP packet that the direction carries; 68 to 65,535 bytes, 1,500 by default.</summary>
    public ByteSize Mtu { get; init; } = new(1500);

    /// <summary>The most packets inside; null for no limit.</summary>
    public long? Limit { get; init; }

    /// <summary>Conditions that one value does not describe; each stands over the value of the same name.</summary>
    public IReadOnlyList<ConditionSpec> Details { get; init; } = [];
}
