namespace Wavetank.Devices.Topologies;

/// <summary>The text of a topology cannot be read; all problems that were found are listed.</summary>
public sealed class TopologyTextException : FormatException
{
    internal TopologyTextException(IReadOnlyList<TopologyProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<TopologyProblem> Problems { get; }
}
