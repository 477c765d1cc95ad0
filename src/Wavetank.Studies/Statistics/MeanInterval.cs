namespace Wavetank.Studies.Statistics;

/// <summary>Where the mean lies of what values were drawn from, by Student's t (1908).</summary>
internal static class MeanInterval
{
    /// <summary>The interval of the mean.</summary>
    /// <param name="sample">The values.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <returns>The interval; null with fewer than two values.</returns>
    internal static Interval? Of(SampleSummary sample, double confidence) => sample.Number < 2
        ? null
        : Interval.Around(sample.Mean, StudentT.Critical(sample.Number - 1, confidence) * sample.StandardError);
}
