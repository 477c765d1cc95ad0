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

    public void Run(ContextCallback callback, object? state)
    {
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
        catch (Exception exception) when (_program is not null)
        {
            throw _program.ToFailure(exception);
        }
    }
}
