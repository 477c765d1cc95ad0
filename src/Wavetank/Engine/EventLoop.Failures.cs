using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

internal sealed partial class EventLoop
{
    private Exception? _failure;
    private bool _isBroken;

    /// <summary>A failure that ends the run, thrown to the caller of Run.</summary>
    public Exception? Failure
    {
        get => _failure;
        set
        {
            _failure = value;
            _isDisturbed = true;
        }
    }

    /// <summary>The first failure that ended a run; later runs go on without what failed.</summary>
    public Exception? FirstFailure { get; private set; }

    /// <summary>The step that the watchdog ends, if any.</summary>
    public StuckStep? Stuck { get; set; }

    /// <summary>
    /// What runs on the simulation's thread was aborted, anywhere in its code or in that of the simulation: there is no going on.
    /// </summary>
    public void Break()
    {
        _isBroken = true;
        Failure = ProgramReport.OfStuck(simulator, Stuck ?? new StuckStep(CurrentProgram, isAsleep: false, simulator.StuckLimit), null);
    }

    /// <summary>Called on a thread that is interrupted or aborted, before anything of its stack is left.</summary>
    public void NoteEnd()
    {
        if (Stuck is { Stack: null } stuck && RunnerThreadId == Environment.CurrentManagedThreadId)
        {
            stuck.Stack = Environment.StackTrace;
            stuck.Others = ProgramReport.TryDescribeOthers(simulator, stuck.Program, asksThreads: true);

            // Should its code catch what ends it.
            _isDisturbed = true;
        }
    }

    private void ThrowIfBroken()
    {
        if (_isBroken)
        {
            throw new InvalidOperationException(
                "An earlier run of this simulation was aborted in the middle of a step, so that it cannot go on. Make a new one.");
        }
    }

    /// <summary>A step that was ended fails the run, also where its code caught what ended it.</summary>
    private void SeeToStuck()
    {
        if (Stuck is { Stack: not null } stuck)
        {
            Failure ??= ProgramReport.OfStuck(simulator, stuck, null);
        }
    }

    private static ProgramMisuseException Escaped() => new(
        "It left the simulation's thread for the thread pool, by Task.Run or a continuation there (ConfigureAwait(false), channels, semaphores), which this simulation forbids.",
        "Await simulated sockets and timers directly; do without Task.Run where nothing is computed, and without ConfigureAwait(false) in the program's own code; or let it, by ForbidsEscapes = false: simulated time then stands still meanwhile.");

    /// <summary>What a task that nobody awaits ended with fails the run too, at its end.</summary>
    private void SeeToUnobserved(bool asksCollector)
    {
        if (simulator.Thrown.EndRun(asksCollector) is { } failure)
        {
            Failure ??= new ProgramFailedException(
                $"Program '{failure.Program}' on host '{failure.Host}' failed at {failure.Time}: {failure.Exception.GetType().Name}: {failure.Exception.Message}"
                + " (in a task that nobody awaits, so that the run went on without it)",
                failure.Exception);
        }
    }
}
