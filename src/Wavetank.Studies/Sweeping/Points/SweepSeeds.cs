using System.Globalization;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>The seeds of a sweep: <c>1..20</c>, <c>3,5,8</c>, or both. Their order is the order in which runs are counted.</summary>
internal static class SweepSeeds
{
    /// <exception cref="SweepException">The text names no seeds.</exception>
    internal static IReadOnlyList<long> Parse(string text)
    {
        if (!SeedList.TryParse(text, out IReadOnlyList<ulong> seeds, out string? problem))
            throw new SweepException($"--seeds {problem}");
        return seeds.Max() <= long.MaxValue
            ? [.. seeds.Select(seed => (long)seed)]
            : throw new SweepException($"--seeds takes seeds up to {long.MaxValue}, which is as far as a database counts, not '{text}'");
    }

    /// <summary>All seeds, so that <see cref="Parse"/> reads them back: <c>1..20,25</c>.</summary>
    internal static string Format(IReadOnlyList<long> seeds)
    {
        var parts = new List<string>();
        for (int i = 0; i < seeds.Count;)
        {
            int end = i;
            while (end + 1 < seeds.Count && seeds[end + 1] == seeds[end] + 1)
                end++;
            parts.Add(end == i ? Text(seeds[i]) : $"{Text(seeds[i])}..{Text(seeds[end])}");
            i = end + 1;
        }

        return string.Join(',', parts);
    }

    private static string Text(long seed) => seed.ToString(CultureInfo.InvariantCulture);
}
