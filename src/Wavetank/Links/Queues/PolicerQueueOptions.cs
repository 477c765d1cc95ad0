namespace Wavetank.Links.Queues;

/// <summary>
/// A token-bucket policer before a first-in-first-out queue: what exceeds rate and burst is dropped as it comes, so that in any time t no
/// more than rate × t + burst bytes pass.
/// </summary>
public sealed record PolicerQueueOptions : QueueOptions
{
    /// <summary>How fast tokens come. Must be set; not unlimited.</summary>
    public DataRate Rate { get; init; }

    /// <summary>The most bytes that may be saved, and so come at once. Default 15,140 (ten packets of Ethernet); 1 to 1,000,000,000.</summary>
    public long Burst { get; init; } = 15_140;

    /// <summary>The most packets that may wait behind the policer; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait behind the policer; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "policer";

    /// <inheritdoc/>
    public override bool SeesEveryPacket => true;

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new PolicerQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckLimits(LimitPackets, LimitBytes);
        CheckBucket(Rate, Burst);
    }
}
