using System.Globalization;
using Wavetank.Devices;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>By how much a clock runs too fast, written <c>50ppm</c>, or <c>-50ppm</c> for too slow.</summary>
/// <param name="Ppm">Parts per million, -100,000 to 100,000.</param>
public readonly record struct ClockDrift(decimal Ppm)
{
    private const string Unit = "ppm";

    internal static bool TryParse(ReadOnlySpan<char> text, out ClockDrift value, out string? problem)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        value = default;
        if (!text.EndsWith(Unit) || !decimal.TryParse(text[..^Unit.Length].TrimEnd(), plain, CultureInfo.InvariantCulture, out decimal ppm))
            problem = $"{Quoted.Text(text)} is not a drift; write parts per million, such as 50ppm, or -50ppm for a clock that is too slow";
        else if (Math.Abs(ppm) > (decimal)HostClock.MaximumDriftPpm)
            problem = $"{Quoted.Text(text)} is too much; a clock drifts by -100000ppm to 100000ppm";
        else
        {
            problem = null;
            value = new ClockDrift(ppm);
        }

        return problem is null;
    }

    /// <summary>The way it is written.</summary>
    public override string ToString() => Ppm.ToString(CultureInfo.InvariantCulture) + Unit;
}
