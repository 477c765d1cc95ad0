namespace Wavetank.Links.Queues;

/// <summary>
/// Deficit round robin (Shreedhar, Varghese 1996): flows take turns, and in each turn a flow may send a quantum of bytes and what it
/// saved from the turns before. When the queue is full, the flow with the most bytes loses its oldest packet.
/// </summary>
public sealed record DrrQueueOptions : QueueOptions
{
    /// <summary>Bytes that a flow may send in one turn. Default 1514, as Linux has it for Ethernet; at least 1. At 1500 or more a turn never passes in vain.</summary>
    public int Quantum { get; init; } = 1514;

    /// <summary>Flows that are told apart, by a hash of addresses, protocol and ports. Default 1024; 1 to 65536.</summary>
    public int Flows { get; init; } = 1024;

    /// <summary>The most packets that may wait in all flows together; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait in all flows together; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "drr";

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new DrrQueue(this, context);

    /// <inheritdoc/>
    public override void Validate()
    {
        CheckLimits(LimitPackets, LimitBytes);
        CheckRange(Quantum, 1, int.MaxValue, nameof(Quantum));
        CheckRange(Flows, 1, 65536, nameof(Flows));
    }
}
