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
/// pool busy (tests beside this one), that nothing is pending tells that all work has begun, and the entries of programs' code into
/// pool threads whether any of it is this simulation's; a few microseconds of further looks cover the way from the one to the other.
/// </remarks>
internal sealed partial class EventLoop
{
    private const int SpinsBeforeSlices = 200;
    private const int LooksBesideOthers = 100;

    // From the end of a program's code on the pool to the post that brings its result back; the first time it is compiled in between.
    private const int SlicesToComeBack = 50;

    // From the moment at which a worker takes work of this simulation to the first instruction of it, which may have to be compiled.
    private const int SlicesToBegin = 20;

    private static readonly ManualResetEventSlim Never = new();

    // Loops that run on a pool thread, in the whole process: they keep the pool busy, and nobody waits for them.
    private static int _loopsOnPool;

    [ThreadStatic]
    private static SimulatedProgram? _programOnThisPoolThread;

    private bool _isOnPool;
    private bool _programRan;
    private bool _poolIsGivenUp;

    // Workers that were busy when last all that there was to wait for had come: those of others.
    private int _busyBefore;
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

    /// <summary>
    /// Whether another simulation has the pool, or waits until this run leaves it, and no program here has gone there so far. To wait for
    /// what is queued would be to wait for each other.
    /// </summary>
    private bool PoolIsOthers => PoolThreads.IsNarrow && Volatile.Read(ref _escapes) == 0;

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
        throw new ProgramMisuseException(
            $"{(program is null ? "Code outside of any program" : $"Program '{program.Name}' on host '{program.Host}'")} used {thing} of the simulation on a thread that is not the simulation's. "
            + "It left the simulation's thread by Task.Run, a thread of its own, or a continuation on the thread pool (ConfigureAwait(false), channels, semaphores).",
            "Await simulated sockets and timers directly, start further programs with host.Run or host.RunBlocking, and keep ConfigureAwait(false) out of code that touches sockets.");
    }

    private static int BusyWorkers()
    {
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        return most - available;
    }

#pragma warning disable RS0030 // Real time, for what is outside of the simulation: its own stands still meanwhile.
    private static void AwaitMillisecond() => Never.Wait(1);
#pragma warning restore RS0030

    private static bool PoolIsQuiet()
    {
        // Loops may be all the workers that the platform wants busy: what is queued beside them waits, and nobody counts as busy for it.
        int loops = Volatile.Read(ref _loopsOnPool);
        int busy = BusyWorkers();
        return busy == 0 || (busy <= loops && ThreadPool.PendingWorkItemCount == 0);
    }

    private void EnterPool()
    {
        _isOnPool = Thread.CurrentThread.IsThreadPoolThread;
        if (_isOnPool)
        {
            Interlocked.Increment(ref _loopsOnPool);
        }

        _busyBefore = BusyWorkers();
    }

    private void LeavePool()
    {
        CurrentProgram = null;
        if (_isOnPool)
        {
            Interlocked.Decrement(ref _loopsOnPool);
        }
    }

    /// <summary>Waits until nothing that programs queued on the pool is left. True if something came back from there, or a wait for it is over.</summary>
    private bool TryAwaitPool()
    {
        _programRan = false;
        if (!_poolIsGivenUp && !PoolIsQuiet() && !PoolIsOthers)
        {
            // Where patience ends, it blocks on what only simulated time can bring, or others keep the pool from it: better on than never.
            _poolIsGivenUp = !AwaitPool();
            _busyBefore = BusyWorkers();
        }

        if (simulator.ForbidsEscapes && Escapes > _forgivenEscapes)
        {
            _forgivenEscapes = Escapes;
            SimulatedProgram program = simulator.Programs.All.First(program => program.Escapes > 0);
            Failure ??= program.ToFailure(Escaped());
            return true;
        }

        // A blocking program may wait for what the pool has just done.
        return !_foreign.IsEmpty || (_handleWaits.Count > 0 && TryEndHandleWait(0));
    }

    /// <returns>False if patience ended first.</returns>
    private bool AwaitPool()
    {
        var spinner = default(SpinWait);
        int escapes = Escapes, looks = 0, slices = 0, patience = PatienceMilliseconds;
        for (int spins = 0; !PoolIsQuiet() && !PoolIsOthers; spins++)
        {
            // Others may keep workers busy for as long as they like.
            looks = ThreadPool.PendingWorkItemCount == 0 && Volatile.Read(ref _outside) == 0 ? looks + 1 : 0;
            bool hasBegunAndEnded = looks > LooksBesideOthers;
            bool isOthers = BusyWorkers() <= _busyBefore || slices > SlicesToBegin;
            if (hasBegunAndEnded && ((Escapes == escapes && isOthers) || !_foreign.IsEmpty || slices > SlicesToComeBack))
            {
                return true;
            }

            if (!hasBegunAndEnded && (spins < SpinsBeforeSlices || looks > 0))
            {
                spinner.SpinOnce(sleep1Threshold: -1);
            }
            else if (slices++ < patience)
            {
                AwaitMillisecond();
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
