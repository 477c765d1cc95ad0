namespace Wavetank.Packetdrill;

/// <summary>A script cannot be read; the exception lists every problem found.</summary>
public sealed class ScriptSyntaxException : Exception
{
    internal ScriptSyntaxException(IReadOnlyList<ScriptProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>The problems, in the order of the lines.</summary>
    public IReadOnlyList<ScriptProblem> Problems { get; }
}
