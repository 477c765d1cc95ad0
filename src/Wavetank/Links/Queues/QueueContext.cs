using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>What a queue may know of its link and do to its packets.</summary>
public abstract class QueueContext
{
    private protected QueueContext()
    {
    }

    /// <summary>The simulated time.</summary>
    public abstract SimulationTime Now { get; }

    /// <summary>The rate of the link's direction, as it is now.</summary>
    public abstract DataRate Rate { get; }

    /// <summary>The dice of this queue, derived from the run's seed and the link's path. They go on where the queue is replaced.</summary>
    public abstract RandomStream Random { get; }

    /// <summary>A number derived from the run's seed and the link's path, to be mixed into hashes of flows.</summary>
    public abstract ulong HashSalt { get; }

    /// <summary>Drops a packet that the queue owns. It is counted for the reason, and is the queue's no more.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="reason">Such as <see cref="DropReason.QueueFull"/> or <see cref="DropReason.QueueEarly"/>.</param>
    public abstract void Drop(Packet packet, DropReason reason);

    /// <summary>Marks a packet as having met congestion, if its sender understands that (RFC 3168: it is ECT).</summary>
    /// <returns>Whether it bears the mark now; otherwise the queue may drop it instead.</returns>
    public abstract bool TryMark(Packet packet);

    /// <summary>How long a packet has waited, in this queue and in the one that it replaced.</summary>
    public abstract TimeSpan WaitOf(Packet packet);

    /// <summary>
    /// Says, from within <see cref="PacketQueue.Dequeue"/> when it gives nothing although packets wait, when to ask again.
    /// </summary>
    /// <param name="time">Later than now; what is not is taken as the next nanosecond.</param>
    public abstract void AskAgainAt(SimulationTime time);

    internal abstract long WaitNanoseconds(Packet packet);
}
