namespace Wavetank.Engine.Programs;

/// <summary>
/// Puts writers that know the programs in the place of the console's while any simulation of the process runs, and takes them away
/// after the last, unless somebody has put others there meanwhile.
/// </summary>
internal static class ConsoleRedirection
{
    private static readonly Lock Gate = new();
    private static int _runs;
    private static TextWriter? _realOut;
    private static TextWriter? _realError;
    private static TextWriter? _out;
    private static TextWriter? _error;

    public static void Begin()
    {
        lock (Gate)
        {
            if (_runs++ > 0)
            {
                return;
            }

            _realOut = Console.Out;
            _realError = Console.Error;
            Console.SetOut(new ProgramWriter(_realOut, isError: false));
            Console.SetError(new ProgramWriter(_realError, isError: true));

            // The console wraps what it is given in a writer that locks.
            _out = Console.Out;
            _error = Console.Error;
        }
    }

    public static void End()
    {
        lock (Gate)
        {
            if (--_runs > 0)
            {
                return;
            }

            if (Console.Out == _out)
            {
                Console.SetOut(_realOut!);
            }

            if (Console.Error == _error)
            {
                Console.SetError(_realError!);
            }
        }
    }

    /// <summary>The console behind the redirection.</summary>
    public static TextWriter Real(bool isError) =>
        isError ? _realError ?? Console.Error : _realOut ?? Console.Out;
}
