namespace Wavetank.Scenarios;

/// <summary>A scenario cannot be used; <see cref="Problems"/> holds everything that is wrong with it, at once.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Makes the exception from its problems.</summary>
    /// <param name="problems">At least one, in the order in which they are to be shown.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public ScenarioException(IReadOnlyList<ScenarioProblem> problems)
        : base(Describe(problems))
    {
        Problems = problems;
    }

    /// <summary>The problems, sorted by line and column.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; }

    private static string Describe(IReadOnlyList<ScenarioProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
            throw new ArgumentException("An exception about a scenario needs at least one problem.", nameof(problems));
        return string.Join('\n', problems);
    }
}
