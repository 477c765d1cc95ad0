namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>Values that are right each for itself make no condition.</summary>
/// <param name="option">The option that is told of.</param>
/// <param name="problem">What is wrong.</param>
internal sealed class ConditionException(Option option, string problem) : Exception(problem)
{
    internal Option Option { get; } = option;
}
