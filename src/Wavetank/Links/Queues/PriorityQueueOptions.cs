namespace Wavetank.Links.Queues;

/// <summary>
/// Three first-in-first-out queues; one is served only while those before it are empty. The band comes from the ToS bits of the traffic
/// class by the default table of Linux's <c>prio</c> and <c>pfifo_fast</c> (tc-prio(8)).
/// </summary>
/// <remarks>
/// Minimise-delay (0x10) is band 0, maximise-throughput alone (0x08) is band 2, all else is band 1: EF (0xB8)
/// too, because the table knows only the four bits of RFC 1349. Linux does so for IPv4; here it is so for both families.
/// </remarks>
public sealed record PriorityQueueOptions : QueueOptions
{
    /// <summary>How many bands there are.</summary>
    public const int Bands = 3;

    /// <summary>The most packets that may wait in each band; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait in each band; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "priority";

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new PriorityQueue(this, context);

    /// <inheritdoc/>
    public override void Validate() => CheckLimits(LimitPackets, LimitBytes);
}
