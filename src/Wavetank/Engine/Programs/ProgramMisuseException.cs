namespace Wavetank.Engine.Programs;

/// <summary>
/// A program did what a program in a simulation must not do: it blocked or kept the simulation's thread, or left it. Where it ends a
/// run, the report of the <see cref="ProgramFailedException"/> around it says the rest.
/// </summary>
public sealed class ProgramMisuseException : InvalidOperationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problem">What the program did, in a sentence.</param>
    /// <param name="advice">What to do instead, in a sentence.</param>
    public ProgramMisuseException(string problem, string advice)
        : base($"{problem} {advice}")
    {
        Problem = problem;
        Advice = advice;
    }

    /// <summary>What the program did.</summary>
    public string Problem { get; }

    /// <summary>What to do instead.</summary>
    public string Advice { get; }
}
