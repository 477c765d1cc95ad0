namespace Wavetank.Studies.Comparing;

/// <summary>Two sets of runs side by side.</summary>
/// <param name="A">The one, which differences are relative to.</param>
/// <param name="B">The other.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Metrics">The metrics, in the order of A, then those that only B has.</param>
/// <param name="Notes">What a reader has to know of the two, each as a sentence.</param>
internal sealed record Comparison(RunSet A, RunSet B, ComparisonOptions Options, IReadOnlyList<ComparedMetric> Metrics, IReadOnlyList<string> Notes)
{
    /// <summary>The metrics that are worse by more than their bound.</summary>
    internal IReadOnlyList<ComparedMetric> Regressions { get; } = [.. Metrics.Where(metric => metric.IsRegression)];

    /// <summary>Whether there is but one run on each side, so that nothing is known about chance.</summary>
    internal bool IsOfSingleRuns => A.Runs.Count == 1 && B.Runs.Count == 1;

    /// <summary>Metrics with a verdict.</summary>
    internal int Count(Verdict verdict) => Metrics.Count(metric => metric.Verdict == verdict);

    /// <summary>How many metrics would look changed by chance alone, were nothing changed: those whose values differ, by what an interval misses.</summary>
    internal double ExpectedByChance => Metrics.Count(metric => !metric.IsIdentical && metric.Difference?.Interval is not null) * (1 - Options.Confidence);
}
