namespace Wavetank.Links.Queues;

/// <summary>
/// A token-bucket shaper, as Linux's <c>tbf</c>: packets wait until there are tokens for their bytes, so that in any time t no more than
/// rate × t + burst bytes leave.
/// </summary>
public sealed record ShaperQueueOptions : QueueOptions
{
    /// <summary>How fast tokens come. Must be set; not unlimited.</summary>
    public DataRate Rate { get; init; }

    /// <summary>The most bytes that may be saved, and so leave at once. Default 15,140 (ten packets of Ethernet); 1 to 1,000,000,000. A larger packet is dropped.</summary>
    public long Burst { get; init; } = 15_140;

    /// <summary>A rate that even the burst keeps; the default, unlimited, means the link's.</summary>
    public DataRate PeakRate { get; init; }

    /// <summary>With <see cref="PeakRate"/>: bytes that may leave at once. Default 1514, as Linux has the interface's MTU.</summary>
    public long PeakBurst { get; init; } = 1514;

    /// <summary>The longest that a packet may have to wait for tokens, instead of limits in packets or bytes: those are then rate × latency + burst. Default null.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The most packets that may wait; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "shaper";

    /// <inheritdoc/>
    public override bool SeesEveryPacket => true;

    internal long? EffectiveLimitBytes => Latency is { } latency
        ? Math.Min(LimitBytes ?? long.MaxValue, (long)((Int128)latency.Ticks * Rate.BitsPerSecond / (8 * TimeSpan.TicksPerSecond)) + Burst)
        : LimitBytes;

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new ShaperQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckLimits(LimitPackets, LimitBytes);
        CheckBucket(Rate, Burst);
        CheckRange(PeakBurst, 1, TokenBucket.LargestBurst, nameof(PeakBurst));
        if (!PeakRate.IsUnlimited && PeakRate.BitsPerSecond <= Rate.BitsPerSecond)
        {
            throw new ArgumentOutOfRangeException(nameof(PeakRate), PeakRate, "PeakRate is more than Rate.");
        }

        if (Latency is { } latency)
        {
            CheckPositive(latency, nameof(Latency));
        }
    }
}
