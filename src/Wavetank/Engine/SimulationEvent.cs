namespace Wavetank.Engine;

/// <summary>
/// Something that happens at an instant of simulated time. The object is its own entry in the event queue: scheduling, moving
/// and cancelling it allocate nothing, and it may be used again after it fired.
/// </summary>
/// <remarks>
/// An event is scheduled at most once at a time; scheduling it again moves it. Moving it to a later time and cancelling it cost
/// almost nothing, because the queue finds out only when the old time comes.
/// </remarks>
public abstract class SimulationEvent
{
    // When it is due and its place among simultaneous events; DueSequence 0 means "not scheduled".
    internal long DueTime;
    internal long DueSequence;

    // The one heap entry that stands for it, which may lie earlier than it is due; EntrySequence 0 means "none".
    internal long EntryTime;
    internal long EntrySequence;

    /// <summary>
    /// Whether the event alone does not keep a run going, as a background thread does not keep a process alive.
    /// Default <see langword="false"/>. Must not change while the event is scheduled.
    /// </summary>
    public bool IsBackground { get; protected internal init; }

    /// <summary>
    /// Whether nothing tells it from others that are due at the same instant which comes first: see <see cref="Simulator.ShuffleTies"/>.
    /// What was asked for in an order, such as faults, keeps it.
    /// </summary>
    internal virtual bool MayOvertake => false;

    /// <summary>Whether the event is waiting to fire.</summary>
    public bool IsScheduled => DueSequence != 0;

    /// <summary>What happens. Called on the simulation's thread at the event's time.</summary>
    protected internal abstract void Fire();
}
