namespace Wavetank.Links.Queues;

/// <summary>Proportional integral controller enhanced (RFC 8033): drops what comes, at random, so that waits stay near a target. Defaults are Linux's, and the RFC's.</summary>
public sealed record PieQueueOptions : QueueOptions
{
    /// <summary>The wait that is aimed at. Default 15 ms (RFC 8033 §4.2).</summary>
    public TimeSpan Target { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>How often the probability is worked out. Default 15 ms (RFC 8033 §4.2).</summary>
    public TimeSpan UpdateInterval { get; init; } = TimeSpan.FromMilliseconds(15);

    /// <summary>For how long a burst that comes to a quiet queue is let in whole. Default 150 ms (RFC 8033 §4.4); 0 or more.</summary>
    public TimeSpan BurstAllowance { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How much the probability rises each time for a second of wait above the target. Default 0.125 (RFC 8033 §4.2); 0 or more.</summary>
    public double Alpha { get; init; } = 0.125;

    /// <summary>How much the probability rises each time for a second that the wait has grown by. Default 1.25 (RFC 8033 §4.2); 0 or more.</summary>
    public double Beta { get; init; } = 1.25;

    /// <summary>Whether packets that can bear a mark are marked instead of dropped, while the probability is at most 10 %. Default: no.</summary>
    public bool Ecn { get; init; }

    /// <summary>The most packets that may wait; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "pie";

    /// <inheritdoc/>
    public override bool SeesEveryPacket => true;

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new PieQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckLimits(LimitPackets, LimitBytes);
        CheckPositive(Target, nameof(Target));
        CheckPositive(UpdateInterval, nameof(UpdateInterval));
        if (BurstAllowance < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(BurstAllowance), BurstAllowance, "BurstAllowance is zero or more.");
        }

        if (Alpha is not (>= 0 and <= 1e6) || Beta is not (>= 0 and <= 1e6))
        {
            throw new ArgumentOutOfRangeException(Alpha is >= 0 and <= 1e6 ? nameof(Beta) : nameof(Alpha), "Alpha and Beta are 0 to 1000000.");
        }
    }
}
