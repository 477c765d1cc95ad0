using Wavetank.Engine;

namespace Wavetank.Scenarios.Units;

/// <summary>Durations drawn at random: <c>constant(10ms)</c>, <c>uniform(5ms, 15ms)</c>, <c>exponential(10ms)</c>.</summary>
/// <remarks>A plain duration stands for a constant.</remarks>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The mean of the draws.</summary>
    public abstract Duration Mean { get; }

    /// <summary>The problem of the first parameter that is finer than time spans are; null where none is.</summary>
    internal abstract string? ResolutionProblem { get; }

    /// <summary>The next duration, to the 100 ns that timers have.</summary>
    /// <param name="random">The dice of whoever draws.</param>
    internal abstract TimeSpan Draw(RandomStream random);

    /// <summary>Reads a distribution, or a plain duration as a constant.</summary>
    /// <param name="text">The text, for example <c>exponential(10ms)</c>.</param>
    /// <param name="value">The distribution; null when the result is false.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a distribution.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Distribution? value, out string? problem) =>
        DistributionParser.TryParse(text, out value, out problem);
}
