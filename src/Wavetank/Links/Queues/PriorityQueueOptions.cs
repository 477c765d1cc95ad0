namespace Wavetank.Links.Queues;

/// <summary>
/// First-in-first-out queues in bands, as Linux's <c>prio</c> and <c>pfifo_fast</c> have them (tc-prio(8)); a band is served only while those before it are empty. The
/// band comes from the ToS bits of the traffic class: the kernel's table makes them a priority, and <see cref="PriorityMap"/> makes that a band.
/// </summary>
/// <remarks>
/// The kernel's table knows only four bits of RFC 1349, mask 0x1E, of which two count: minimise-delay (0x10) is priority 6, maximise-throughput (0x08) is 2, both are
/// 4, and all else is 0. Expedited forwarding (0xB8) has both. Linux does so for IPv4; here it is so for both families.
/// </remarks>
public sealed record PriorityQueueOptions : QueueOptions
{
    /// <summary>How many priorities there are.</summary>
    public const int Priorities = 16;

    /// <summary>The band of each priority by default, Linux's <c>priomap</c>: minimise-delay is band 0, maximise-throughput alone is band 2, all else is band 1.</summary>
    public static IReadOnlyList<int> DefaultPriorityMap { get; } = [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>How many bands there are, 2 to 16. Default 3.</summary>
    public int Bands { get; init; } = 3;

    /// <summary>The band of each of the 16 priorities, 0 to <see cref="Bands"/> less one. Default <see cref="DefaultPriorityMap"/>.</summary>
    public IReadOnlyList<int> PriorityMap { get; init; } = DefaultPriorityMap;

    /// <summary>The most packets that may wait in each band; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait in each band; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "priority";

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new PriorityQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckLimits(LimitPackets, LimitBytes);
        CheckRange(Bands, 2, Priorities, nameof(Bands));
        ArgumentNullException.ThrowIfNull(PriorityMap);
        if (PriorityMap.Count != Priorities || PriorityMap.Any(band => band < 0 || band >= Bands))
        {
            throw new ArgumentOutOfRangeException(nameof(PriorityMap), $"PriorityMap has {Priorities} bands, each 0 to {Bands - 1}.");
        }
    }
}
