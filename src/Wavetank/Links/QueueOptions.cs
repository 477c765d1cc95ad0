namespace Wavetank.Links;

/// <summary>The queue before one direction of a link.</summary>
public sealed record QueueOptions
{
    /// <summary>A row of the table of queues. Default <c>fifo</c>.</summary>
    public string Kind { get; init; } = "fifo";

    /// <summary>
    /// The most packets that may wait, the one being sent not counted; null for no such limit. Default 1000, as Linux's netem and
    /// interfaces have it (txqueuelen).
    /// </summary>
    public int? LimitPackets { get; init; } = 1000;

    /// <summary>The most bytes that may wait, the packet being sent not counted; null for no such limit, which is the default.</summary>
    public long? LimitBytes { get; init; }

    /// <summary>A first-in-first-out queue for so many packets.</summary>
    public static QueueOptions Packets(int limit) => new() { LimitPackets = limit };

    /// <summary>A first-in-first-out queue for so many bytes.</summary>
    public static QueueOptions Bytes(long limit) => new() { LimitPackets = null, LimitBytes = limit };
}
