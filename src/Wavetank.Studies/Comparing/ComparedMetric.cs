using Wavetank.Studies.Metrics;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Comparing;

/// <summary>A metric on both sides.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="A">Its values in A that are compared; null where there are none.</param>
/// <param name="B">Its values in B that are compared; null where there are none.</param>
/// <param name="Difference">B less A; null where one side has nothing.</param>
/// <param name="Verdict">What it comes to.</param>
internal sealed record ComparedMetric(Metric Metric, SampleSummary? A, SampleSummary? B, Difference? Difference, Verdict Verdict)
{
    /// <summary>By how much it may get worse; null where nobody said.</summary>
    internal Bound? Bound { get; init; }

    /// <summary>Whether it is worse by more than the bound, certainly, or is gone.</summary>
    internal bool IsRegression { get; init; }

    /// <summary>Whether it looks worse by more than the bound, but may be not.</summary>
    internal bool MayBeRegression { get; init; }

    /// <summary>Whether nothing differs in any run.</summary>
    internal bool IsIdentical { get; init; }

    /// <summary>The difference as a part of A's mean; null where that is zero.</summary>
    internal double? Relative => RelativeTo(Difference?.Mean);

    /// <summary>The interval likewise.</summary>
    internal Interval? RelativeInterval =>
        RelativeTo(Difference?.Interval?.Low) is { } low && RelativeTo(Difference?.Interval?.High) is { } high ? new Interval(low, high) : null;

    private double? RelativeTo(double? difference) => difference is { } value && A is { Mean: not 0 } a ? value / Math.Abs(a.Mean) : null;
}
