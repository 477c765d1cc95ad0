using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>How far a clock is ahead, written <c>5s</c>, or <c>-5s</c> for behind.</summary>
/// <param name="IsBehind">Whether it is behind.</param>
/// <param name="Amount">By how much; a century at most.</param>
public readonly record struct ClockOffset(bool IsBehind, Duration Amount)
{
    private const int MostHours = 36_525 * 24;

    internal static bool TryParse(ReadOnlySpan<char> text, out ClockOffset value, out string? problem)
    {
        bool isBehind = text.StartsWith('-');
        bool isRight = Duration.TryParse(isBehind ? text[1..] : text, out Duration amount, out problem) && (problem = amount.ResolutionProblem) is null;
        if (isRight && amount.ToTimeSpan() > TimeSpan.FromHours(MostHours))
            problem = $"{Quoted.Text(text)} is too much; a clock is at most {MostHours}h off";
        value = new ClockOffset(isBehind, amount);
        return problem is null;
    }

    /// <summary>The offset as the platform counts it, negative for behind.</summary>
    internal TimeSpan ToTimeSpan() => IsBehind ? -Amount.ToTimeSpan() : Amount.ToTimeSpan();

    /// <summary>The way it is written.</summary>
    public override string ToString() => IsBehind ? $"-{Amount}" : Amount.ToString();
}
