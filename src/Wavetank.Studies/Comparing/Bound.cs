using System.Globalization;
using Wavetank.Scenarios.Checking;
using Wavetank.Scenarios.Kinds;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>By how much a metric may get worse: <c>5%</c> of its mean in A, or an amount such as <c>10ms</c> or <c>3</c>.</summary>
/// <param name="Text">As written.</param>
/// <param name="Part">A part of A's mean; null where it is an amount.</param>
internal sealed record Bound(string Text, double? Part)
{
    /// <summary>Reads a bound; whether an amount has the right unit is known only with its metric.</summary>
    internal static bool TryParse(string text, out Bound? bound, out string? problem)
    {
        string trimmed = text.Trim();
        bound = null;
        problem = null;
        if (!trimmed.EndsWith('%'))
        {
            bound = trimmed.Length > 0 && char.IsAsciiDigit(trimmed[0]) ? new Bound(trimmed, null) : null;
        }
        else if (double.TryParse(trimmed.AsSpan(0, trimmed.Length - 1).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent))
        {
            bound = new Bound(trimmed, percent / 100);
        }

        if (bound is null)
            problem = $"takes a bound such as 5%, or an amount such as 10ms for one metric, not '{text}'";
        return bound is not null;
    }

    /// <summary>The bound as an amount in the metric's base unit.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="mean">Its mean in A.</param>
    /// <exception cref="ResultsException">The bound is an amount of another unit.</exception>
    internal double Amount(Metric metric, double mean)
    {
        if (Part is { } part)
            return part * Math.Abs(mean);
        if (metric.Unit == MetricUnit.Count && double.TryParse(Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count))
            return count;
        if (MetricValue.TryParse(Text, metric.Unit, out decimal value, out string? problem))
            return (double)value;
        throw new ResultsException($"--bound {metric}={Text}: {problem}");
    }
}
