using System.Globalization;

namespace Wavetank.Cli.Output;

/// <summary>An estimate of how long something still takes, for people.</summary>
internal static class TimeLeft
{
    private const double Minute = 60, Hour = 3600;

    /// <summary>Such as <c>12 s</c>, <c>7 min</c>, <c>2.5 h</c>.</summary>
    internal static string Describe(double seconds) => seconds switch
    {
        < 1.5 * Minute => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):0} s"),
        < 1.5 * Hour => string.Create(CultureInfo.InvariantCulture, $"{seconds / Minute:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / Hour:0.0} h"),
    };
}
