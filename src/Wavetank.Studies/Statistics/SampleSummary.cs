namespace Wavetank.Studies.Statistics;

/// <summary>How many values there are, and where they lie. The same values in the same order give the same bits on every machine.</summary>
/// <param name="Number">How many values; 1 or more.</param>
/// <param name="Mean">Their arithmetic mean.</param>
/// <param name="StandardDeviation">Their standard deviation as an estimate of that of what they were drawn from (n - 1); 0 of one value.</param>
internal readonly record struct SampleSummary(int Number, double Mean, double StandardDeviation)
{
    /// <summary>The standard deviation of the mean; 0 of one value.</summary>
    internal double StandardError => StandardDeviation / Math.Sqrt(Number);

    /// <exception cref="ArgumentException">There is no value.</exception>
    internal static SampleSummary Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no value.", nameof(values));

        // The mean is taken from the first value on: values that are all the same then have exactly that mean, and no deviation.
        double sum = 0;
        foreach (double value in values)
            sum += value - values[0];
        double mean = values[0] + (sum / values.Length);
        if (values.Length == 1)
            return new SampleSummary(1, mean, 0);

        // In two passes, because the sum of squares alone would lose what large values have in common.
        double squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return new SampleSummary(values.Length, mean, Math.Sqrt(squares / (values.Length - 1)));
    }
}
