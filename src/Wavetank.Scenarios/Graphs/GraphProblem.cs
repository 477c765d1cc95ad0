namespace Wavetank.Scenarios.Graphs;

/// <summary>Something that is wrong with the text of a topology.</summary>
/// <param name="Line">From 1; 0 for the text as a whole.</param>
/// <param name="Column">From 1; 0 likewise.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record GraphProblem(int Line, int Column, string Message)
{
    /// <summary>Line and column, then the message.</summary>
    public override string ToString() => Line == 0 ? Message : $"{Line}:{Column}: {Message}";
}
