namespace Wavetank.Studies.Statistics;

/// <summary>By how much the mean of one sample exceeds that of another.</summary>
/// <param name="Mean">The second mean less the first.</param>
/// <param name="Interval">Where the true difference lies; null where there are too few values to say.</param>
/// <param name="Method">How the interval was found.</param>
internal readonly record struct Difference(double Mean, Interval? Interval, DifferenceMethod Method)
{
    /// <summary>The difference of values that belong together, such as those of the same seed: what both have in common cancels out.</summary>
    /// <param name="first">One value of each pair.</param>
    /// <param name="second">The other, in the same order.</param>
    /// <param name="confidence">Such as 0.95.</param>
    internal static Difference OfPairs(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence)
    {
        if (first.Length != second.Length)
            throw new ArgumentException("Pairs have two values each.", nameof(second));

        var differences = new double[first.Length];
        for (int i = 0; i < differences.Length; i++)
            differences[i] = second[i] - first[i];
        SampleSummary summary = SampleSummary.Of(differences);
        Interval? interval = MeanInterval.Of(summary, confidence);
        return new Difference(summary.Mean, interval, interval is null ? DifferenceMethod.None : DifferenceMethod.Paired);
    }

    /// <summary>The difference of two samples that have nothing to do with each other, whose deviations may differ (Welch 1947).</summary>
    /// <param name="first">The one sample.</param>
    /// <param name="second">The other.</param>
    /// <param name="confidence">Such as 0.95.</param>
    internal static Difference OfSamples(SampleSummary first, SampleSummary second, double confidence)
    {
        double mean = second.Mean - first.Mean;
        if (first.Number < 2 || second.Number < 2)
            return new Difference(mean, null, DifferenceMethod.None);

        double one = first.StandardError * first.StandardError;
        double two = second.StandardError * second.StandardError;
        if (one + two == 0)
            return new Difference(mean, new Interval(mean, mean), DifferenceMethod.Welch);

        // Satterthwaite (1946): the degrees of freedom of the sum of two variances.
        double degrees = (one + two) * (one + two) / ((one * one / (first.Number - 1)) + (two * two / (second.Number - 1)));
        return new Difference(mean, Statistics.Interval.Around(mean, StudentT.Critical(degrees, confidence) * Math.Sqrt(one + two)), DifferenceMethod.Welch);
    }
}
