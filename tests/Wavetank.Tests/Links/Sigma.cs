namespace Wavetank.Tests.Links;

/// <summary>What chance allows.</summary>
internal static class Sigma
{
    /// <summary>A count of independent trials lies within so many standard deviations of its mean.</summary>
    public static void AssertShare(double share, long hits, long trials, double sigmas = 3) =>
        AssertNear(share * trials, Math.Sqrt(share * trials * (1 - share)), hits, sigmas);

    public static void AssertNear(double mean, double deviation, double value, double sigmas = 3) =>
        Assert.True(Math.Abs(value - mean) <= sigmas * deviation, $"{value}, {mean} +- {sigmas * deviation} expected");

    /// <summary>The correlation of a row of numbers with itself, so many places later.</summary>
    public static double Autocorrelation(double[] values, int lag)
    {
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / values.Length;
        double sum = 0;
        for (int i = lag; i < values.Length; i++)
        {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }

        return sum / (values.Length - lag) / variance;
    }
}
