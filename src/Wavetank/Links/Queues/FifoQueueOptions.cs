namespace Wavetank.Links.Queues;

/// <summary>First in, first out; what does not fit is dropped at the tail.</summary>
public sealed record FifoQueueOptions : QueueOptions
{
    /// <summary>
    /// The most packets that may wait, the one being sent not counted; null for no such limit. Default 1000, as Linux's netem and
    /// interfaces have it (txqueuelen).
    /// </summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait, the packet being sent not counted; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "fifo";

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new FifoQueue(this, context);

    /// <inheritdoc/>
    public override void Validate() => CheckLimits(LimitPackets, LimitBytes);
}
