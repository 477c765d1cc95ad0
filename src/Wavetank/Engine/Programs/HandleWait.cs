namespace Wavetank.Engine.Programs;

/// <summary>
/// A wait of a blocking program's thread on handles of the platform (<c>task.Result</c>, a semaphore, an event), while the simulation
/// goes on. It is also the event of its own timeout, which is simulated time.
/// </summary>
internal sealed class HandleWait(EventLoop loop, Baton baton, nint[] handles, bool waitAll) : SimulationEvent
{
    /// <summary>The baton of the thread that waits.</summary>
    public Baton Baton { get; } = baton;

    /// <summary>Which handle was signalled, as <see cref="SynchronizationContext.Wait"/> returns it, or that none was in time.</summary>
    public int Result { get; private set; } = SimulationSynchronizationContext.TimedOut;

    /// <summary>Whether the handles are signalled; then they are taken, and <see cref="Result"/> says which.</summary>
    public bool TryEnd(int milliseconds)
    {
        Result = SimulationSynchronizationContext.WaitFor(handles, waitAll, milliseconds);
        return Result != SimulationSynchronizationContext.TimedOut;
    }

    protected internal override void Fire()
    {
        loop.Remove(this);
        loop.HandTo(Baton);
    }
}
