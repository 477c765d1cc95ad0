using System.Diagnostics.CodeAnalysis;
using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>
/// The loop as a work item of a thread pool that has one worker. What programs, and the libraries that they use, queue on the pool then
/// runs on the simulation's thread too, between two of the loop's turns, in the order in which it was queued; and the next event is
/// taken only when nothing is queued, so when nothing but the next event can make anything happen.
/// </summary>
internal sealed partial class EventLoop
{
    private const int NoThread = -1;

    private PoolOfOne? _pool;
    private bool _yields;
    private long _turns;
    private volatile bool _isLent;
    private volatile bool _isAbandoned;

    /// <summary>The simulation whose events it runs.</summary>
    public Simulator Simulator => simulator;

    /// <summary>The worker that had the last turn.</summary>
    public Thread? Worker { get; private set; }

    /// <summary>Whether the worker waits for a blocking program's thread, which has the baton.</summary>
    public bool IsLent => _isLent;

    /// <summary>A number that grows as long as the loop gets on. Read from another thread.</summary>
    public long Progress => simulator.EventsFired + PostedFired + Volatile.Read(ref _turns);

    /// <summary>Runs on the pool of one, when it is this simulation's turn to have it.</summary>
    public async Task<RunEnd> RunOnPoolOfOneAsync(long limit)
    {
        if (SimulatedProgram.Current is { } program)
        {
            throw new InvalidOperationException(
                $"Program '{program.Name}' on host '{program.Host}' called RunAsync, but it is part of a run itself, and the process has one thread pool. Start programs with host.Run instead.");
        }

        if (_isAbandoned)
        {
            throw new InvalidOperationException(
                "An earlier run of this simulation was given up, as code blocked the only thread of the pool and has it still. Make a new one.");
        }

        Prepare(limit);
        try
        {
            await PoolOfOne.RunAsync(this, pool => _pool = pool).ConfigureAwait(false);
        }
        finally
        {
            _pool = null;
            _running = false;
        }

        return Conclude();
    }

    /// <summary>Runs events as long as nothing is queued on the pool. False when the run is over.</summary>
    public bool RunTurn()
    {
        if (_isAbandoned)
        {
            return false;
        }

        TakeOver();
        Worker = Thread.CurrentThread;
        if (_turns++ == 0)
        {
            Begin();
        }

        if (OuterContext is { } context)
        {
            ExecutionContext.Run(context, static loop => ((EventLoop)loop!).RunUntilYield(), this);
        }
        else
        {
            RunUntilYield();
        }

        if (!_yields && !_isAbandoned)
        {
            _turns = 0;
            Finish(ended: true);
        }

        return _yields;
    }

    /// <summary>Ends the run, from another thread, while a thread that does not come back holds the loop.</summary>
    /// <param name="problem">What the program did, behind its name.</param>
    /// <param name="advice">What to do instead, in a sentence.</param>
    public void Abandon(string problem, string advice)
    {
        _isAbandoned = true;
        Failure ??= ProgramReport.OfAbandoned(simulator, CurrentProgram, problem, advice);
        if (_turns > 0)
        {
            ConsoleRedirection.End();
            LeavePool();
            simulator.Thrown.EndRun(asksCollector: false);
        }

        RunnerThreadId = NoThread;
        Runner = null;
    }

    /// <summary>
    /// Lets what was given up happen, for as long as the thread is blocked: mostly it waits for something of the simulation, and is freed
    /// so. What it then does there is refused, as it is no longer the simulation's thread.
    /// </summary>
    public void FreeBlocked(Func<bool> isBlocked)
    {
        TakeOver();
        while (isBlocked() && (_posted.TryDequeue(out SimulationEvent? item) || _foreign.TryDequeue(out item) || TryPop(out item)))
        {
            try
            {
                item.Fire();
            }
            catch (Exception)
            {
                // The run has failed already, and has said why.
            }
        }

        _next = null;
        RunnerThreadId = NoThread;
        Runner = null;
    }

    private void RunUntilYield()
    {
        _yields = false;
        _programRan = true;
        while (!_isAbandoned)
        {
            RunEventsGuarded();
            if (_next is not { } next)
            {
                return;
            }

            _next = null;
            if (next != _main)
            {
                _isLent = true;
                next.Signal();
                _main.Await();
                _isLent = false;
                TakeOver();
                _programRan = true;
            }
        }
    }

    private bool TryPop([NotNullWhen(true)] out SimulationEvent? item)
    {
        item = queue.Pop(long.MaxValue, out long time);
        if (item is null)
        {
            return false;
        }

        simulator.NowNanoseconds = time;
        return true;
    }

    /// <summary>Whether the worker has to do something else before the next event.</summary>
    private bool TryYield()
    {
        _programRan = false;
        _yields = ThreadPool.PendingWorkItemCount > 0;
        return _yields;
    }
}
