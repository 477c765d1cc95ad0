namespace Wavetank.Engine.Programs;

/// <summary>
/// The execution context, and with it the program, of whoever asks for something to be done later. As with the platform's timers, it
/// is done in that context: a socket that is made there belongs to the caller's host, and what fails there fails the caller.
/// </summary>
internal readonly struct CallerContext
{
    private readonly SimulatedProgram? _program;
    private readonly ExecutionContext? _context;

    private CallerContext(SimulatedProgram? program, ExecutionContext? context)
    {
        _program = program;
        _context = context;
    }

    public static CallerContext Capture() => new(SimulatedProgram.Current, ExecutionContext.Capture());

    /// <summary>What the caller goes on through; null for one that is no program.</summary>
    public ProgramGate? Gate => _program?.Gate;

    /// <summary>Calls it.</summary>
    /// <param name="callback">What to call.</param>
    /// <param name="state">What it is given.</param>
    /// <param name="loop">The loop that calls it.</param>
    /// <param name="isProgramsCode">Whether it sees the simulation's context as the current one.</param>
    public void Run(ContextCallback callback, object? state, EventLoop loop, bool isProgramsCode)
    {
        SynchronizationContext.SetSynchronizationContext(isProgramsCode ? loop.Context : null);
        loop.ProgramMayRun();
        try
        {
            if (_context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(_context, callback, state);
            }
        }
        catch (Exception exception) when (_program is not null && exception is not ThreadAbortException)
        {
            throw _program.ToFailure(exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}
