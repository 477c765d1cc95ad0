namespace Wavetank.Links.Queues;

/// <summary>Controlled delay (RFC 8289): drops from the head once packets have waited too long for too long. Defaults are Linux's.</summary>
public sealed record CodelQueueOptions : QueueOptions
{
    /// <summary>The wait that is fine for good. Default 5 ms (RFC 8289 §4.4).</summary>
    public TimeSpan Target { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long waits may be above the target before packets are dropped: a round trip of most flows. Default 100 ms (RFC 8289 §4.3).</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether packets that can bear a mark are marked instead of dropped. Default: no.</summary>
    public bool Ecn { get; init; }

    /// <summary>
    /// A packet that can bear a mark and waited longer than this is marked as it leaves, whatever <see cref="Ecn"/> says and beside what CoDel does: Linux's
    /// <c>ce_threshold</c>, for senders such as DCTCP. More than zero; null, the default, for no such marks.
    /// </summary>
    public TimeSpan? CeThreshold { get; init; }

    /// <summary>The most packets that may wait; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "codel";

    /// <inheritdoc/>
    public override bool SeesEveryPacket => true;

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new CodelQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckLimits(LimitPackets, LimitBytes);
        CheckPositive(Target, nameof(Target));
        CheckPositive(Interval, nameof(Interval));
        CheckPositive(CeThreshold ?? Interval, nameof(CeThreshold));
    }
}
