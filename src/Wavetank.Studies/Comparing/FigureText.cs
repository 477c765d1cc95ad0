using System.Globalization;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Comparing;

/// <summary>Figures of comparisons for people. Means of numbers need not be whole, and differences have a sign.</summary>
internal static class FigureText
{
    private const string Minus = "−";

    /// <summary>A mean in the unit of its metric: <c>42.1 ms</c>, <c>12.4</c>, <c>9.6 %</c>.</summary>
    internal static string Value(double value, MetricUnit unit) => value < 0 ? Minus + Magnitude(-value, unit) : Magnitude(value, unit);

    /// <summary>A difference: <c>+2.9 ms</c>; of parts in percentage points.</summary>
    internal static string Signed(double value, MetricUnit unit)
    {
        string text = unit == MetricUnit.Part ? $"{Digits(Math.Abs(value) * 100)} pp" : Magnitude(Math.Abs(value), unit);
        return value > 0 ? $"+{text}" : value < 0 ? Minus + text : text;
    }

    /// <summary>A part of the whole with its sign: <c>+6.9 %</c>.</summary>
    internal static string Percent(double part) => $"{SignedDigits(part * 100)} %";

    /// <summary>An interval of parts: <c>+5.1 … +8.7 %</c>.</summary>
    internal static string Percent(Interval parts) => $"{SignedDigits(parts.Low * 100)} … {SignedDigits(parts.High * 100)} %";

    /// <summary>An interval of differences: <c>+1.2 ms … +3.4 ms</c>.</summary>
    internal static string Signed(Interval interval, MetricUnit unit) => $"{Signed(interval.Low, unit)} … {Signed(interval.High, unit)}";

    private static string SignedDigits(double value) => value > 0 ? $"+{Digits(value)}" : value < 0 ? Minus + Digits(-value) : "0";

    private static string Magnitude(double value, MetricUnit unit) => unit switch
    {
        MetricUnit.Duration => value is > 0 and < 10 ? $"{Digits(value)} ns" : HumanText.Time(Whole(value)),
        MetricUnit.Size => value is > 0 and < 10 ? $"{Digits(value)} B" : HumanText.Size(Whole(value)),
        MetricUnit.Rate => value is > 0 and < 10 ? $"{Digits(value)} bit/s" : HumanText.Rate(Whole(value)),
        MetricUnit.Part => $"{Digits(value * 100)} %",
        _ => Digits(value),
    };

    private static long Whole(double value) => value >= long.MaxValue ? long.MaxValue : (long)Math.Round(value);

    /// <summary>Three digits that say something, or all of a whole number.</summary>
    private static string Digits(double value)
    {
        string format = value switch
        {
            0 => "0",
            >= 1e15 => "0.00e0",
            _ when value == Math.Round(value) => "#,0",
            >= 99.95 => "#,0",
            >= 9.995 => "0.0",
            >= 0.9995 => "0.00",
            >= 0.0995 => "0.000",
            >= 0.001 => "0.0000",
            _ => "0.0e0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
