namespace Wavetank.Engine.Programs;

/// <summary>
/// A program in the simulation ended with an exception, which ends the run. The message says which program on which host at what
/// simulated time; <see cref="Exception.InnerException"/> is the program's own exception with its own stack.
/// </summary>
public sealed class ProgramFailedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ProgramFailedException(string message, Exception inner)
        : base(message, inner)
    {
        Report = message;
    }

    internal ProgramFailedException(string message, Exception inner, string report, bool isMisuse = false)
        : base(isMisuse || inner is ProgramMisuseException ? report : message, inner)
    {
        Report = report;
    }

    /// <summary>
    /// Many lines: the failure, where in the program's code, what every other program and socket waits for and where, and what to do.
    /// After a misuse of the simulation it is the message too.
    /// </summary>
    public string Report { get; }
}
