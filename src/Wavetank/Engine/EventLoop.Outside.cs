using System.Diagnostics.CodeAnalysis;
using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>
/// Code of programs that left the simulation's thread for the thread pool: <c>Task.Run</c>, or a continuation that the platform queued
/// there. It cannot be called back, but it can be waited for: simulated time stands still until the pool has nothing to do, so that what
/// comes back comes back at the instant at which it left, however long it took.
/// </summary>
/// <remarks>
/// The wait is sound, as the platform counts a worker as busy before the call that queues work for it returns. Where others keep the
/// pool busy (tests beside this one), a fence of work items tells that everything queued before has begun, and the entries of programs'
/// code into pool threads whether any of it is this simulation's.
/// </remarks>
internal sealed partial class EventLoop
{
    private const int SpinsBeforeSlices = 200;
    private const int SpinsAfterFence = 20;

    // Loops that run on a pool thread, in the whole process: they keep the pool busy, and nobody waits for them.
    private static int _loopsOnPool;

    [ThreadStatic]
    private static SimulatedProgram? _programOnThisPoolThread;

    private readonly PoolFence _fence = new();
    private bool _isOnPool;
    private int _busyBefore;
    private bool _programRan;
    private bool _poolIsGivenUp;
    private int _outside;
    private int _escapes;
    private int _forgivenEscapes;

    /// <summary>How often code of a program ran on the thread pool.</summary>
    public int Escapes => Volatile.Read(ref _escapes);

    /// <summary>The program whose code runs on the simulation's thread, if any. Read by the watchdog, from another thread.</summary>
    public SimulatedProgram? CurrentProgram { get; private set; }

    /// <summary>Throws if the calling thread is not the simulation's.</summary>
    /// <param name="thing">What was used, for the message.</param>
    public void ThrowIfOffLoop(string thing)
    {
        if (!IsOnLoop)
        {
            ThrowOffLoop(thing);
        }
    }

    /// <summary>Notes that what is called now may queue work on the thread pool, though no program is entered.</summary>
    public void ProgramMayRun() => _programRan = true;

    /// <summary>A thread begins to run code of a program.</summary>
    public void Entered(SimulatedProgram program)
    {
        if (RunnerThreadId == Environment.CurrentManagedThreadId)
        {
            CurrentProgram = program;
            _programRan = true;
        }
        else if (RunnerThreadId != 0 && Thread.CurrentThread.IsThreadPoolThread)
        {
            Interlocked.Increment(ref _outside);
            Interlocked.Increment(ref _escapes);
            program.CountEscape();
            _programOnThisPoolThread = program;
        }
    }

    /// <summary>A thread no longer runs code of a program.</summary>
    public void Left(SimulatedProgram program)
    {
        if (_programOnThisPoolThread == program)
        {
            _programOnThisPoolThread = null;
            Interlocked.Decrement(ref _outside);
        }
        else if (RunnerThreadId == Environment.CurrentManagedThreadId)
        {
            CurrentProgram = null;
        }
    }

    [DoesNotReturn]
    private static void ThrowOffLoop(string thing)
    {
        SimulatedProgram? program = SimulatedProgram.Current;
        throw new InvalidOperationException(
            $"{(program is null ? "Code outside of any program" : $"Program '{program.Name}' on host '{program.Host}'")} used {thing} of the simulation on a thread that is not the simulation's. "
            + "It left the simulation's thread by Task.Run, a thread of its own, or a continuation on the thread pool (ConfigureAwait(false), channels, semaphores). "
            + "Await simulated sockets and timers directly, start further programs with host.Run or host.RunBlocking, and keep ConfigureAwait(false) out of code that touches sockets.");
    }

    private static int BusyWorkers()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        return most - available;
    }

    private static bool PoolIsQuiet() => BusyWorkers() <= Volatile.Read(ref _loopsOnPool);

    /// <summary>
    /// Whether others keep as many workers busy as at the last look, so that the program's step has added none: a fence is dear on a busy
    /// machine. It overlooks a step that queues work in the same microseconds in which another's work ends.
    /// </summary>
    private bool PoolIsAsBefore()
    {
        int busy = BusyWorkers();
        bool isAsBefore = busy <= _busyBefore && ThreadPool.PendingWorkItemCount == 0 && Volatile.Read(ref _outside) == 0;
        _busyBefore = isAsBefore ? busy : _busyBefore;
        return isAsBefore;
    }

    private void EnterPool()
    {
        _isOnPool = Thread.CurrentThread.IsThreadPoolThread;
        if (_isOnPool)
        {
            Interlocked.Increment(ref _loopsOnPool);
        }
    }

    private void LeavePool()
    {
        CurrentProgram = null;
        if (_isOnPool)
        {
            Interlocked.Decrement(ref _loopsOnPool);
        }
    }

    /// <summary>Waits until nothing that programs queued on the pool is left. True if something came back from there.</summary>
    private bool TryAwaitPool()
    {
        _programRan = false;
        if (!_poolIsGivenUp && !PoolIsQuiet() && !PoolIsAsBefore())
        {
            // If patience ends, it blocks on what only simulated time can bring, or others keep the pool from it: better on than never.
            _poolIsGivenUp = !AwaitPool();
            _busyBefore = BusyWorkers();
        }

        if (simulator.ForbidsEscapes && Escapes > _forgivenEscapes)
        {
            _forgivenEscapes = Escapes;
            SimulatedProgram program = simulator.Programs.All.First(program => program.Escapes > 0);
            Failure ??= program.ToFailure(new InvalidOperationException(
                "It left the simulation's thread for the thread pool, by Task.Run or a continuation there (ConfigureAwait(false), channels, semaphores), which this simulation forbids."));
            return true;
        }

        return !_foreign.IsEmpty;
    }

    /// <returns>False if patience ended first.</returns>
    private bool AwaitPool()
    {
        int slices = 0;
        while (true)
        {
            int escapes = Escapes;
            _fence.Raise();
            if (!AwaitFence(ref slices))
            {
                return false;
            }

            if (Escapes == escapes)
            {
                return true;
            }
        }
    }

    /// <summary>Waits until what was queued before the fence has begun, and none of this simulation's code runs any more.</summary>
    private bool AwaitFence(ref int slices)
    {
        var spinner = default(SpinWait);
        int afterFence = 0;
        for (int spins = 0; ; spins++)
        {
            if (_fence.IsPassed && (PoolIsQuiet() || (Volatile.Read(ref _outside) == 0 && ++afterFence > SpinsAfterFence)))
            {
                return true;
            }

            if (spins < SpinsBeforeSlices)
            {
                spinner.SpinOnce(sleep1Threshold: -1);
            }
            else if (slices++ < PatienceMilliseconds)
            {
                PoolFence.AwaitMillisecond();
            }
            else
            {
                return false;
            }
        }
    }
}
