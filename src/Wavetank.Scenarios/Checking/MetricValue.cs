using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Checking;

/// <summary>Reads the right side of an expectation in the unit of its metric.</summary>
internal static class MetricValue
{
    /// <param name="text">The text with its unit.</param>
    /// <param name="unit">The metric's unit.</param>
    /// <param name="value">The value in the base unit: a count, bytes, nanoseconds, bits per second or a part of 1.</param>
    /// <param name="problem">What is wrong, when the result is false.</param>
    internal static bool TryParse(string text, MetricUnit unit, out decimal value, out string? problem)
    {
        bool ok;
        switch (unit)
        {
            case MetricUnit.Duration:
                ok = Duration.TryParse(text, out Duration duration, out problem);
                value = duration.Nanoseconds;
                return ok;
            case MetricUnit.Size:
                ok = ByteSize.TryParse(text, out ByteSize size, out problem);
                value = size.Bytes;
                return ok;
            case MetricUnit.Rate:
                ok = BitRate.TryParse(text, out BitRate rate, out problem);
                value = rate.BitsPerSecond;
                return ok;
            case MetricUnit.Part:
                ok = Probability.TryParse(text, out Probability part, out problem);
                value = part.Value;
                return ok;
            case MetricUnit.Mean:
                return MeanNumber.TryParse(text, out value, out problem);
            default:
                ok = Count.TryParse(text, out long count, out problem);
                value = count;
                return ok;
        }
    }
}
