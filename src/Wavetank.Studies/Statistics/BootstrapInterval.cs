using Wavetank.Engine;

namespace Wavetank.Studies.Statistics;

/// <summary>
/// Where the mean lies of what values were drawn from, by Efron's percentile bootstrap (1979): the middle part of the means of samples that
/// are drawn from the values themselves. It asks for no normal distribution, which percentiles of a run do not have.
/// </summary>
/// <remarks>What is drawn follows from the number of values alone, so that the same values give the same interval wherever and whenever.</remarks>
internal static class BootstrapInterval
{
    /// <summary>How many samples are drawn: enough that a 95 % interval has 50 of them beyond each end.</summary>
    internal const int Resamples = 2000;

    private const ulong Seed = 1;

    /// <summary>The interval of the mean.</summary>
    /// <param name="values">The values.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <returns>The interval; null with fewer than two values.</returns>
    internal static Interval? OfMean(ReadOnlySpan<double> values, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (values.Length < 2)
            return null;

        var random = new RandomStream(Seed, "studies/bootstrap");
        var means = new double[Resamples];
        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            for (int k = 0; k < values.Length; k++)
                sum += values[(int)random.NextInt64(values.Length)] - values[0];
            means[i] = values[0] + (sum / values.Length);
        }

        Array.Sort(means);
        double outside = (1 - confidence) / 2;
        return new Interval(Quantile(means, outside), Quantile(means, 1 - outside));
    }

    /// <summary>A quantile of values in rising order, between two of them in proportion (Hyndman, Fan 1996, definition 7).</summary>
    private static double Quantile(double[] rising, double part)
    {
        double place = part * (rising.Length - 1);
        int below = (int)place;
        return below + 1 >= rising.Length ? rising[^1] : rising[below] + ((place - below) * (rising[below + 1] - rising[below]));
    }
}
