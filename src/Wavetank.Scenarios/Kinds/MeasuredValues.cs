namespace Wavetank.Scenarios.Kinds;

/// <summary>What statistics are made of, whatever holds the values.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="Percentile">The value that so many per cent do not exceed.</param>
internal readonly record struct MeasuredValues(long Minimum, double Mean, long Maximum, Func<double, long> Percentile);
