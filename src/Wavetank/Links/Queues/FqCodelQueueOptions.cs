namespace Wavetank.Links.Queues;

/// <summary>Flow queues that take turns, each controlled by CoDel; a flow that sends little goes first (RFC 8290). Defaults are Linux's.</summary>
public sealed record FqCodelQueueOptions : QueueOptions
{
    /// <summary>Flows that are told apart, by a hash of addresses, protocol and ports. Default 1024; 1 to 65536 (RFC 8290 §5.2.5).</summary>
    public int Flows { get; init; } = 1024;

    /// <summary>Bytes that a flow may send in one turn. Default 1514; at least 1 (RFC 8290 §5.2.4).</summary>
    public int Quantum { get; init; } = 1514;

    /// <summary>The wait that is fine for good. Default 5 ms.</summary>
    public TimeSpan Target { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long waits may be above the target before packets are dropped. Default 100 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether packets that can bear a mark are marked instead of dropped. Default: yes.</summary>
    public bool Ecn { get; init; } = true;

    /// <summary>
    /// A packet that can bear a mark and waited longer than this is marked as it leaves, whatever <see cref="Ecn"/> says and beside what CoDel does: Linux's
    /// <c>ce_threshold</c>, for senders such as DCTCP. More than zero; null, the default, for no such marks.
    /// </summary>
    public TimeSpan? CeThreshold { get; init; }

    /// <summary>The most packets that may wait in all flows together. Default 10240; at least 1.</summary>
    public int LimitPackets { get; init; } = 10_240;

    /// <summary>The most bytes that may wait in all flows together. Default 32 MiB. Linux counts the memory of packets, here it is their bytes.</summary>
    public long MemoryLimit { get; init; } = 32 * 1024 * 1024;

    /// <inheritdoc/>
    public override string Kind => "fq-codel";

    /// <inheritdoc/>
    public override bool SeesEveryPacket => true;

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new FqCodelQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckRange(Flows, 1, 65536, nameof(Flows));
        CheckRange(Quantum, 1, int.MaxValue, nameof(Quantum));
        CheckRange(LimitPackets, 1, int.MaxValue, nameof(LimitPackets));
        CheckRange(MemoryLimit, 1, long.MaxValue, nameof(MemoryLimit));
        CheckPositive(Target, nameof(Target));
        CheckPositive(Interval, nameof(Interval));
        CheckPositive(CeThreshold ?? Interval, nameof(CeThreshold));
    }
}
