namespace Wavetank.Links.Queues;

/// <summary>First in, first out; when it is full, the packet that waited longest makes room (Linux's <c>pfifo_head_drop</c>).</summary>
public sealed record HeadDropQueueOptions : QueueOptions
{
    /// <summary>The most packets that may wait; null for no such limit. Default 1000.</summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "head-drop";

    /// <inheritdoc/>
    public override PacketQueue Create(QueueContext context) => new HeadDropQueue(this, context);

    /// <inheritdoc/>
    public override void Validate() => CheckLimits(LimitPackets, LimitBytes);
}
