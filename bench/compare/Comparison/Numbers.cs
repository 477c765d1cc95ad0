using System.Globalization;

namespace Wavetank.Compare.Comparison;

/// <summary>Numbers as the tables print them: three digits that matter.</summary>
internal static class Numbers
{
    public static string Short(double value)
    {
        double size = Math.Abs(value);
        (double scaled, string suffix) = size >= 1e6 ? (value / 1e6, " M") : size >= 1e5 ? (value / 1e3, " k") : (value, "");
        return Digits(scaled) + suffix;
    }

    public static string Short(double? value) => value is { } known ? Short(known) : "-";

    /// <summary>All digits of a count, in groups of three.</summary>
    public static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Percent(double part) => (part * 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + " %";

    private static string Digits(double value)
    {
        string format = Math.Abs(value) switch
        {
            >= 100 => "#,0",
            >= 10 => "0.0",
            >= 0.1 or 0 => "0.00",
            _ => "0.0000",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
