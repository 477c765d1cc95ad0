using System.Globalization;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>The seeds of a sweep: <c>1..20</c>, <c>3,5,8</c>, or both. Their order is the order in which runs are counted.</summary>
internal static class SeedList
{
    /// <summary>More runs of one point are a slip of the finger.</summary>
    internal const int MostSeeds = 100_000;

    private const string Dots = "..";

    /// <exception cref="SweepException">The text names no seeds.</exception>
    internal static IReadOnlyList<long> Parse(string text)
    {
        var seeds = new List<long>();
        foreach (string part in text.Split(','))
        {
            int dots = part.IndexOf(Dots, StringComparison.Ordinal);
            long first = Seed(text, dots < 0 ? part : part[..dots]);
            long last = dots < 0 ? first : Seed(text, part[(dots + Dots.Length)..]);
            if (last < first)
                throw new SweepException($"{Quotes.Around(part)} falls; write the lower seed first");
            if (last - first >= MostSeeds - seeds.Count)
                throw new SweepException($"{Quotes.Around(text)} is more than {MostSeeds} seeds");
            for (long seed = first; seed <= last; seed++)
                seeds.Add(seed);
        }

        if (seeds.GroupBy(seed => seed).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new SweepException($"{Quotes.Around(text)} has the seed {twice.Key} more than once");
        return seeds;
    }

    /// <summary>The shortest way to write seeds: <c>1..20,25</c>.</summary>
    internal static string Format(IReadOnlyList<long> seeds)
    {
        var parts = new List<string>();
        for (int i = 0; i < seeds.Count;)
        {
            int end = i;
            while (end + 1 < seeds.Count && seeds[end + 1] == seeds[end] + 1)
                end++;
            parts.Add(end == i ? Text(seeds[i]) : $"{Text(seeds[i])}{Dots}{Text(seeds[end])}");
            i = end + 1;
        }

        return string.Join(',', parts);
    }

    private static string Text(long seed) => seed.ToString(CultureInfo.InvariantCulture);

    // A database counts to 2^63 - 1.
    private static long Seed(string text, string part) =>
        long.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long seed) && seed < long.MaxValue
            ? seed
            : throw new SweepException($"{Quotes.Around(text)} names no seeds; write a range such as 1..20, numbers such as 3,5,8, or both");
}
