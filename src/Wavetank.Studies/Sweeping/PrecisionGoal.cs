using System.Globalization;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping;

/// <summary>When a point needs no more seeds: half the interval of each metric's mean is at most a part of the mean.</summary>
/// <param name="Part">The part: 0.05 for 5 %.</param>
/// <param name="Metrics">Which metrics, by name.</param>
internal sealed record PrecisionGoal(double Part, IReadOnlyList<string> Metrics)
{
    /// <summary>Fewer runs never end a point: a few that happen to agree would.</summary>
    internal const int FewestRuns = 5;

    /// <summary>The part as a percentage.</summary>
    internal string Text => new Probability((decimal)Part).ToString();

    /// <exception cref="SweepException">The text is no part.</exception>
    internal static double ParsePart(string text)
    {
        if (!Probability.TryParse(text, out Probability part, out string? problem))
            throw new SweepException($"--precision {problem!.Replace("a probability", "a part of the mean", StringComparison.Ordinal)}");
        return part.Value is > 0 and < 1 ? (double)part.Value : throw new SweepException($"--precision is more than 0% and less than 100%, not {Quoted.Text(text)}");
    }

    /// <summary>The goal in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Text} of {string.Join(", ", Metrics)}");
}
