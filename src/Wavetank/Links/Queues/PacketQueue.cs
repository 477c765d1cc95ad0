using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>The contract of a queue before a link: what waits, and what is dropped instead.</summary>
internal abstract class PacketQueue
{
    /// <summary>Packets that wait.</summary>
    public abstract int Count { get; }

    /// <summary>Their bytes.</summary>
    public abstract long Bytes { get; }

    /// <summary>Takes a packet, and its ownership; false leaves it with the caller, who drops it as <see cref="DropReason.QueueFull"/>.</summary>
    public abstract bool TryEnqueue(Packet packet);

    /// <summary>The packet to be sent next, or null if none waits.</summary>
    public abstract Packet? Dequeue();
}
