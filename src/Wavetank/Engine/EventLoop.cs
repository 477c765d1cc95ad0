using System.Collections.Concurrent;
using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>
/// Runs the events. Whoever holds the baton runs this loop: the thread that called Run, or a blocking program that waits.
/// Exactly one thread runs at a time, so nothing in the simulation needs a lock.
/// </summary>
internal sealed partial class EventLoop(Simulator simulator, EventQueue queue)
{
    private readonly RingQueue<SimulationEvent> _posted = new();
    private readonly ConcurrentQueue<SimulationEvent> _foreign = new();
    private readonly Baton _main = new();
    private long _limit;
    private volatile bool _stopRequested;

    // Whether more is to be looked at than what is posted and what is pending: a failure, a request to stop, something from another
    // thread, or a wait for handles. One flag for all of them, because each event asks.
    private volatile bool _isDisturbed;
    private bool _running;
    private bool _disposed;
    private RunEnd _end;
    private Baton? _next;

    /// <summary>The context in which programs see the simulation's thread.</summary>
    public SimulationSynchronizationContext Context { get; } = new(simulator);

    /// <summary>The execution context of whoever called Run: events run in it, whichever program's thread runs the loop.</summary>
    public ExecutionContext? OuterContext { get; private set; }

    /// <summary>The managed id of the thread that holds the baton; 0 between runs.</summary>
    public int RunnerThreadId { get; private set; }

    /// <summary>The thread that holds the baton; null between runs. Read by the watchdog, from another thread.</summary>
    public Thread? Runner { get; private set; }

    /// <summary>What was posted and has run, since the start.</summary>
    public long PostedFired { get; private set; }

    /// <summary>Whether the calling thread may touch the simulation now.</summary>
    public bool IsOnLoop => RunnerThreadId == 0 || RunnerThreadId == Environment.CurrentManagedThreadId;

    public void Post(SimulationEvent item) => _posted.Enqueue(item);

    /// <summary>Posts from a thread that is not the simulation's. Its order depends on real time, so it breaks determinism.</summary>
    public void PostForeign(SimulationEvent item)
    {
        _foreign.Enqueue(item);
        _isDisturbed = true;
    }

    public void RequestStop()
    {
        _stopRequested = true;
        _isDisturbed = true;
    }

    /// <summary>Lets a parked thread take over after the current event.</summary>
    public void HandTo(Baton baton) => _next = baton;

    public RunEnd Run(long limit)
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        Prepare(limit);
        TakeOver();
        Begin();
        bool ended = false;
        try
        {
            using var watchdog = Watchdog.Start(simulator);
            if (!StuckThreads.Run(() => ended = RunUntilResumed(_main)))
            {
                Break();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
            Finish(ended);
        }

        return Conclude();
    }

    /// <summary>
    /// Runs events on the calling thread until its baton is handed back to it, or, for the main thread, until the run ends.
    /// </summary>
    /// <returns>False if the simulation was disposed while the thread waited.</returns>
    public bool RunUntilResumed(Baton self)
    {
        while (true)
        {
            if (self == _main || _pool is null)
            {
                RunEventsGuarded();
            }

            Baton next = _next ?? _main;
            _next = null;
            if (next == self)
            {
                return true;
            }

            next.Signal();
            self.Await();
            if (_disposed)
            {
                return false;
            }

            TakeOver();
            if (self != _main)
            {
                return true;
            }

            // The main thread got the baton back because a program thread ended, or because the run ended there: look again.
        }
    }

    /// <summary>Gives the baton to the main thread for good: the calling program thread ends.</summary>
    public void Leave() => _main.Signal();

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        if (_running)
        {
            throw new InvalidOperationException("The simulation cannot be disposed from inside a run; call Stop.");
        }

        _disposed = true;
        foreach (SimulatedProgram program in simulator.Programs.All)
        {
            program.Abort();
        }
    }

    /// <summary>Called by a thread once it holds the baton.</summary>
    public void TakeOver()
    {
        RunnerThreadId = Environment.CurrentManagedThreadId;
        Runner = Thread.CurrentThread;
    }

    /// <summary>Runs events until a thread is to take over or the run is over. What events throw ends the run.</summary>
    private void RunEventsGuarded()
    {
        while (true)
        {
            // Programs see a context while they run, and what an event completes must see none: decision 0007.
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                while (_next is null && RunOne())
                {
                }

                return;
            }
            catch (Exception exception) when (exception is not ThreadAbortException)
            {
                Failure ??= exception as ProgramFailedException
                    ?? new ProgramFailedException(
                        $"The simulation failed at {simulator.Now}: {exception.GetType().Name}: {exception.Message}", exception);
            }
        }
    }

    /// <summary>Runs what is posted, or else the next event. False when the run is over; <see cref="_end"/> says why.</summary>
    private bool RunOne()
    {
        if (_isDisturbed && TrySettle(out bool goesOn))
        {
            return goesOn;
        }

        if (_posted.TryDequeue(out SimulationEvent? item))
        {
            PostedFired++;
            item.Fire();
            return true;
        }

        if (_programRan)
        {
            if (_pool is null ? TryAwaitPool() : TryYield())
            {
                return !_yields;
            }

            simulator.Settled?.Invoke();
        }

        if (queue.Foreground == 0 && _limit == long.MaxValue)
        {
            _end = simulator.Programs.Running == 0 ? RunEnd.Completed : RunEnd.Idle;
            return false;
        }

        item = queue.Pop(_limit, out long time);
        if (item is null)
        {
            EndWithoutEvent();
            return false;
        }

        simulator.Invariants?.OnEvent(item, time);
        simulator.NowNanoseconds = time;
        simulator.EventsFired++;
        if (!item.IsBackground)
        {
            simulator.LastEventNanoseconds = time;
        }

        item.Fire();
        return true;
    }

    /// <summary>Sees to what <see cref="_isDisturbed"/> tells of. False if that leaves the next event to be run.</summary>
    private bool TrySettle(out bool goesOn)
    {
        goesOn = true;
        SeeToStuck();
        if (_failure is not null || _stopRequested)
        {
            _end = RunEnd.Stopped;
            goesOn = false;
            return true;
        }

        if (_posted.TryDequeue(out SimulationEvent? item) || _foreign.TryDequeue(out item))
        {
            item.Fire();
            return true;
        }

        if (_handleWaits.Count > 0)
        {
            return TryEndHandleWait(0) || (queue.Foreground == 0 && OutsideEndsHandleWait());
        }

        // Cleared before the last look, so that what another thread adds meanwhile is not overlooked.
        Interlocked.Exchange(ref _isDisturbed, false);
        if (_stopRequested || !_foreign.IsEmpty)
        {
            _isDisturbed = true;
        }

        return false;
    }

    private void EndWithoutEvent()
    {
        _end = queue.Foreground > 0 ? RunEnd.TimeLimit
            : simulator.Programs.Running > 0 ? RunEnd.Idle
            : RunEnd.Completed;
        simulator.NowNanoseconds = _limit;
    }
}
