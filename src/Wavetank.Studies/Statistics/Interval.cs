namespace Wavetank.Studies.Statistics;

/// <summary>A confidence interval.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>Half of its width: the ± of an interval around a mean.</summary>
    internal double HalfWidth => (High - Low) / 2;

    /// <summary>The interval around a value.</summary>
    internal static Interval Around(double middle, double halfWidth) => new(middle - halfWidth, middle + halfWidth);

    /// <summary>Whether a value lies in it, its ends included.</summary>
    internal bool Contains(double value) => Low <= value && value <= High;
}
