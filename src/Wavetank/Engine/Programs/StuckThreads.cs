using System.Collections.Concurrent;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Wavetank.Engine.Programs;

/// <summary>
/// Ends what hangs on a thread of a simulation, so that a test that would run for ever fails with a report instead. A thread that sleeps
/// is interrupted. One that computes is aborted, which may leave anything half done: the simulation is not used any more afterwards.
/// </summary>
internal static class StuckThreads
{
    private static readonly ConcurrentDictionary<int, CancellationTokenSource> Stoppable = new();

    /// <summary>Runs an action on the calling thread, so that it can be stopped.</summary>
    /// <returns>False if it was aborted.</returns>
    public static bool Run(Action action)
    {
        // A run inside of another's program is stopped with that.
        using var stop = new CancellationTokenSource();
        if (!RuntimeFeature.IsDynamicCodeCompiled || !Stoppable.TryAdd(Environment.CurrentManagedThreadId, stop))
        {
            action();
            return true;
        }

        try
        {
#pragma warning disable SYSLIB0046 // "May corrupt the process": the alternative is a process that hangs.
            ControlledExecution.Run(action, stop.Token);
#pragma warning restore SYSLIB0046
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Stoppable.TryRemove(Environment.CurrentManagedThreadId, out _);
        }
    }

    public static bool IsAsleep(Thread thread) => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;

    /// <summary>Stops what runs on a thread, as well as that is possible.</summary>
    public static void Stop(Thread thread, bool isAsleep)
    {
        if (isAsleep)
        {
            thread.Interrupt();
        }
        else if (Stoppable.TryGetValue(thread.ManagedThreadId, out CancellationTokenSource? stop))
        {
            stop.Cancel();
        }
    }
}
