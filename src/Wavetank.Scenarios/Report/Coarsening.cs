namespace Wavetank.Scenarios.Report;

/// <summary>How fine the series of a page may be, so that all of them together stay within what a browser bears.</summary>
internal static class Coarsening
{
    private const int Least = 16;
    private const int Most = 1024;

    /// <summary>The most points of one series.</summary>
    /// <param name="counts">The points that each series has.</param>
    /// <param name="budget">The most of all together.</param>
    /// <returns>A power of two, at least 16.</returns>
    internal static int Of(IEnumerable<int> counts, int budget)
    {
        int[] all = [.. counts];
        int most = Most;
        while (most > Least && all.Sum(count => (long)Math.Min(count, most)) > budget)
            most /= 2;
        return most;
    }
}
