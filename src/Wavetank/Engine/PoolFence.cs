namespace Wavetank.Engine;

/// <summary>
/// Two work items of the thread pool, one at the end of each queue that the calling thread fills: once both have run, all that it queued
/// before has been taken by a worker.
/// </summary>
internal sealed class PoolFence : IThreadPoolWorkItem
{
    private static readonly ManualResetEventSlim Never = new();

    private int _left;

#pragma warning disable RS0030 // Real threads and real time, for what is outside of the simulation: its time stands still meanwhile.
    /// <summary>Queues both. Not before the last time has passed.</summary>
    public void Raise()
    {
        Volatile.Write(ref _left, 2);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Whether both have run.</summary>
    public bool IsPassed => Volatile.Read(ref _left) == 0;

    public static void AwaitMillisecond() => Never.Wait(1);
#pragma warning restore RS0030

    void IThreadPoolWorkItem.Execute() => Interlocked.Decrement(ref _left);
}
