namespace Wavetank.Packets;

/// <summary>What happened to a packet.</summary>
public enum PacketEventKind : byte
{
    /// <summary>It entered a queue: because the link was busy, or because the queue sees every packet.</summary>
    Queued = 1,

    /// <summary>A link began to send it.</summary>
    Sent = 2,

    /// <summary>It reached the far end of a link.</summary>
    Arrived = 3,

    /// <summary>A host took it as its own.</summary>
    Delivered = 4,

    /// <summary>It was dropped, for the event's reason.</summary>
    Dropped = 5,
}
