namespace Wavetank.Studies.Sweeping;

/// <summary>A sweep cannot be done as it was asked for.</summary>
/// <param name="problems">What is wrong, each one line that says what would be right; at least one.</param>
internal sealed class SweepException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    internal SweepException(string problem)
        : this([problem])
    {
    }

    /// <summary>What is wrong.</summary>
    internal IReadOnlyList<string> Problems { get; } = problems;
}
