using System.Globalization;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Results;

/// <summary>Figures as people read them: three or four significant digits and a fitting unit. For display only.</summary>
public static class HumanText
{
    /// <summary>A time: <c>250 ns</c>, <c>42.1 ms</c>, <c>1.25 s</c>, <c>60.0 s</c>.</summary>
    public static string Time(long nanoseconds) => Scale(nanoseconds, 1000, "ns", "µs", "ms", "s");

    /// <summary>A rate: <c>9.64 Mbit/s</c>.</summary>
    public static string Rate(long bitsPerSecond) => Scale(bitsPerSecond, 1000, "bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s");

    /// <summary>A size, with decimal units: <c>64 B</c>, <c>1.2 MB</c>.</summary>
    public static string Size(long bytes) => Scale(bytes, 1000, "B", "kB", "MB", "GB", "TB");

    /// <summary>A number with its thousands set apart: <c>1,234,567</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A part of the whole as a percentage: <c>9.6 %</c>.</summary>
    public static string Part(double part) => part switch
    {
        0 => "0 %",
        < 0.001 => "<0.1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %"),
    };

    /// <summary>How much faster than the clock on the wall: <c>286×</c>, <c>0.5×</c>.</summary>
    public static string Speed(double times) =>
        string.Create(CultureInfo.InvariantCulture, $"{times.ToString(times < 9.95 ? "0.0" : "#,0", CultureInfo.InvariantCulture)}×");

    /// <summary>A mean: <c>0</c>, <c>0.4</c>, <c>12.3</c>.</summary>
    public static string Mean(double value) => value switch
    {
        0 => "0",
        < 0.1 => "<0.1",
        _ => value.ToString("0.0", CultureInfo.InvariantCulture),
    };

    /// <summary>A figure in the unit of its metric.</summary>
    public static string Figure(decimal value, MetricUnit unit) => unit switch
    {
        MetricUnit.Duration => Time((long)value),
        MetricUnit.Size => Size((long)value),
        MetricUnit.Rate => Rate((long)value),
        MetricUnit.Part => Part((double)value),
        MetricUnit.Mean => Mean((double)value),
        _ => Count((long)value),
    };

    private static string Scale(long value, int step, params ReadOnlySpan<string> units)
    {
        decimal scaled = value;
        int unit = 0;
        // From 999.5 on, three digits would read 1000: the next unit says it better.
        while (scaled >= step - 0.5m && unit + 1 < units.Length)
        {
            scaled /= step;
            unit++;
        }

        string format = unit == 0 || scaled >= 99.95m ? "#,0" : scaled >= 9.995m ? "0.0" : "0.00";
        return string.Create(CultureInfo.InvariantCulture, $"{scaled.ToString(format, CultureInfo.InvariantCulture)} {units[unit]}");
    }
}
