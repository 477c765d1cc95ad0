namespace Wavetank.Links.Queues;

/// <summary>What all lines of a queue that CoDel controls have in common.</summary>
internal sealed class CodelParameters(QueueContext context, TimeSpan target, TimeSpan interval, bool ecn, TimeSpan? ceThreshold)
{
    /// <summary>RFC 8289 §5.3, §5.6: one packet of the largest size that waits is no standing queue.</summary>
    public const int LargestPacket = 1514;

    public QueueContext Context { get; } = context;

    /// <summary>Nanoseconds.</summary>
    public long Target { get; } = target.Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>Nanoseconds.</summary>
    public long Interval { get; } = interval.Ticks * TimeSpan.NanosecondsPerTick;

    public bool Ecn { get; } = ecn;

    /// <summary>Nanoseconds.</summary>
    public long CeThreshold { get; } = ceThreshold?.Ticks * TimeSpan.NanosecondsPerTick ?? long.MaxValue;

    /// <summary>The control law: RFC 8289 §5.6.</summary>
    /// <remarks>A square root is rounded rightly by IEEE 754, so it is the same everywhere.</remarks>
    public long NextDrop(long time, int count) => time + (long)(Interval / Math.Sqrt(count));
}
