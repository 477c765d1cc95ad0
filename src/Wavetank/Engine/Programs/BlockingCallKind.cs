namespace Wavetank.Engine.Programs;

/// <summary>What a thread that blocks waits for.</summary>
internal enum BlockingCallKind
{
    /// <summary>What another thread is about to do: leave a lock, end, finish its part of a parallel loop.</summary>
    OtherThread,

    /// <summary>A signal: an event or a monitor's pulse.</summary>
    Signal,

    /// <summary>
    /// A task, a semaphore or an event of the kind that spins before it blocks, and takes the real time of that off its timeout.
    /// </summary>
    SignalTimedByPlatform,
}
