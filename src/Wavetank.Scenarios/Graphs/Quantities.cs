using System.Globalization;
using Wavetank.Links;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Times, rates and shares as attributes write them: as the scenario file does, and shares as other programs do, too.</summary>
internal static class Quantities
{
    public static bool TryReadTime(string text, out TimeSpan time, out string problem)
    {
        bool isRight = Duration.TryParse(text, out Duration duration, out string? wrong);
        wrong ??= duration.ResolutionProblem;
        time = duration.ToTimeSpan();
        problem = wrong ?? "";
        return isRight && wrong is null;
    }

    public static bool TryReadRate(string text, out DataRate rate, out string problem)
    {
        problem = "";
        rate = DataRate.Unlimited;
        if (text == "unlimited")
            return true;
        if (!BitRate.TryParse(text, out BitRate bits, out string? wrong))
            problem = wrong!;
        else if (bits.BitsPerSecond == 0)
            problem = $"{Quoted.Text(text)} is no rate; 1bps or more is right";
        else
            rate = new DataRate(bits.BitsPerSecond);
        return problem.Length == 0;
    }

    public static bool TryReadShare(string text, out double share, out string problem)
    {
        ReadOnlySpan<char> number = text.AsSpan().Trim();
        bool isPercent = number is [.., '%'];
        bool isNumber = double.TryParse(isPercent ? number[..^1].TrimEnd() : number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out share);
        share /= isPercent ? 100 : 1;
        bool isRight = isNumber && share is >= 0 and <= 1;
        problem = isRight ? "" : $"{Quoted.Text(text)} is no share; write a percentage such as 1%, or a number from 0 to 1";
        return isRight;
    }

    public static bool TryReadWhole(string text, int least, int most, out int number, out string problem)
    {
        bool isRight = int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
        problem = isRight ? "" : $"{Quoted.Text(text)} is not right; a whole number from {least} to {most} is";
        return isRight;
    }
}
