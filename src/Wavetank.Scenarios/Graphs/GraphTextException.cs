namespace Wavetank.Scenarios.Graphs;

/// <summary>The text of a topology cannot be read; all problems that were found are listed.</summary>
public sealed class GraphTextException : FormatException
{
    internal GraphTextException(IReadOnlyList<GraphProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<GraphProblem> Problems { get; }
}
