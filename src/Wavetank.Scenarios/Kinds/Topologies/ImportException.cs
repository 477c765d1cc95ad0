using Wavetank.Scenarios.Graphs;

namespace Wavetank.Scenarios.Kinds.Topologies;

/// <summary>A file that a topology is imported from has problems of its own.</summary>
/// <param name="file">The file, as problems name it.</param>
/// <param name="problems">What is wrong, with its places there.</param>
internal sealed class ImportException(string file, IReadOnlyList<GraphProblem> problems) : Exception
{
    internal string File { get; } = file;

    internal IReadOnlyList<GraphProblem> Problems { get; } = problems;
}
