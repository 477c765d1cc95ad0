namespace Wavetank.Engine.Programs;

/// <summary>How a program ends, is asked to end, and is waited for.</summary>
public abstract partial class SimulatedProgram
{
    // What a shell on Linux shows: 128 and the number of the signal that ended the process (SIGABRT, SIGKILL, SIGTERM).
    internal const int KilledExitCode = 137;
    internal const int CanceledExitCode = 143;
    private const int FailedExitCode = 134;

    private CancellationTokenSource? _cancellation;
    private List<Action>? _whenEnded;

    /// <summary>
    /// What it ended with; null before. The number that its code returned, or 0 where it returns none; else as on Linux: 134 after an
    /// exception, 137 where it was killed, 143 where it ended by an <see cref="OperationCanceledException"/> after its token was cancelled.
    /// </summary>
    public int? ExitCode { get; private set; }

    /// <summary>When its code began to run; null before.</summary>
    public SimulationTime? StartedAt { get; private set; }

    /// <summary>When it ended, in whichever way; null before.</summary>
    public SimulationTime? EndedAt { get; private set; }

    /// <summary>What it wrote to the console so far, line by line.</summary>
    public IReadOnlyList<OutputLine> Output => Simulator.Console.LinesOf(this);

    /// <summary>Is cancelled where the program is asked to end, and where it is killed.</summary>
    internal CancellationToken Cancellation => (_cancellation ??= new CancellationTokenSource()).Token;

    /// <summary>Whether it has come to an end, in whichever way.</summary>
    internal bool HasEnded => EndedAt is not null;

    /// <summary>Lets an asynchronous program wait until this one has ended.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The <see cref="ExitCode"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The calling code left the simulation's thread.</exception>
    public ValueTask<int> WaitForExitAsync(CancellationToken cancellationToken = default) =>
        ExitCode is { } code ? new ValueTask<int>(code) : BeginWait(cancellationToken).AsValueTask();

    /// <summary>Blocks a blocking program until this one has ended.</summary>
    /// <returns>The <see cref="ExitCode"/>.</returns>
    /// <exception cref="InvalidOperationException">The calling code is no blocking program.</exception>
    public int WaitForExit() => ExitCode ?? BeginWait(CancellationToken.None).Wait();

    /// <summary>Calls an action once the program has ended.</summary>
    internal void WhenEnded(Action action)
    {
        if (HasEnded)
        {
            action();
        }
        else
        {
            (_whenEnded ??= []).Add(action);
        }
    }

    /// <summary>
    /// Cancels the program's token, if it took one. What that calls is code of the program; where that was killed, nothing that it
    /// posts is run any more.
    /// </summary>
    internal void RequestCancellation()
    {
        if (_cancellation is null)
        {
            return;
        }

        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(Simulator.Loop.Context);
        try
        {
            RunInContext(static program =>
            {
                ((SimulatedProgram)program!).Enter();
                ((SimulatedProgram)program!)._cancellation!.Cancel();
            });
        }
        catch (AggregateException exception)
        {
            Simulator.Loop.Failure ??= ToFailure(exception.InnerExceptions[0]);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    internal ProgramFailedException ToFailure(Exception exception) => ProgramReport.OfFailure(this, exception);

    private protected void End(int exitCode)
    {
        if (!HasEnded)
        {
            State = ProgramState.Ended;
            Finish(exitCode);
        }
    }

    private protected void End(Exception exception)
    {
        if (HasEnded)
        {
            return;
        }

        if (exception is OperationCanceledException && _cancellation is { IsCancellationRequested: true })
        {
            End(CanceledExitCode);
            return;
        }

        State = ProgramState.Failed;
        Exception = exception;
        Simulator.Loop.Failure ??= ToFailure(exception);
        Finish(FailedExitCode);
    }

    /// <summary>Its thread ends because the simulation was disposed.</summary>
    private protected void EndWithSimulation() => End(KilledExitCode);

    private void Finish(int exitCode)
    {
        Simulator.Programs.Running--;
        ExitCode = exitCode;
        EndedAt = Simulator.Now;
        Simulator.Console.EndLines(this);
        foreach (Action action in _whenEnded ?? [])
        {
            action();
        }

        _whenEnded = null;
    }

    private Operation<int> BeginWait(CancellationToken cancellationToken)
    {
        Simulator.Loop.ThrowIfOffLoop("a program");
        var wait = new Operation<int>(Simulator, Current?.Gate);
        wait.Begin(cancellationToken);
        WhenEnded(() => wait.TryComplete(ExitCode!.Value));
        return wait;
    }
}
