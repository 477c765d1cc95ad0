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
    }
}
