using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>
/// The contract of a queue before one direction of a link: what waits, in which order it is sent, and what is dropped instead. A queue
/// of one's own derives from it and is named by <see cref="QueueOptions.Custom"/>.
/// </summary>
/// <remarks>
/// All calls come on the simulation's thread. A queue owns the packets that it was given until it gives them back or drops them by
/// <see cref="QueueContext.Drop"/>. It has no events of its own: what depends on time is worked out when it is asked.
/// </remarks>
public abstract class PacketQueue
{
    /// <summary>Packets that wait.</summary>
    public abstract int Count { get; }

    /// <summary>Their bytes, from the IP header on.</summary>
    public abstract long Bytes { get; }

    /// <summary>The order that it promises. Default: none.</summary>
    public virtual PacketOrder Order => PacketOrder.Any;

    /// <summary>Takes a packet, and its ownership: keeps it, or drops it (or another one in its place) by <see cref="QueueContext.Drop"/>.</summary>
    public abstract void Enqueue(Packet packet);

    /// <summary>
    /// Gives the packet to be sent next, and its ownership; may drop others first. Null if none waits, or none may be sent yet: then
    /// <see cref="QueueContext.AskAgainAt"/> says when to ask, beside each packet that comes.
    /// </summary>
    public abstract Packet? Dequeue();

    /// <summary>
    /// Gives a waiting packet back at once, for the queue that takes this one's place, or because the link was cut; null when none is
    /// left. Default: <see cref="Dequeue"/>. A queue that drops in there, or holds packets back, overrides it to do neither.
    /// </summary>
    public virtual Packet? HandOver() => Dequeue();

    /// <summary>
    /// Takes a packet that waited already, in the queue that this one replaces; they come in the order in which they once came there. Default:
    /// <see cref="Enqueue"/>. A queue overrides it to keep the packet whatever its limits say: a change of conditions loses nothing.
    /// </summary>
    public virtual void TakeOver(Packet packet) => Enqueue(packet);
}
