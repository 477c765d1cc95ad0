using System.Globalization;

namespace Wavetank.Studies;

/// <summary>Seeds as an option names them: <c>1..20</c>, <c>7</c>, <c>1..5,9,42</c>.</summary>
internal static class SeedList
{
    /// <summary>More than anyone waits for.</summary>
    internal const int MostSeeds = 10_000;

    /// <summary>Reads seeds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="seeds">The seeds as given, each once.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the option's name; null when nothing is.</param>
    internal static bool TryParse(string text, out IReadOnlyList<ulong> seeds, out string? problem)
    {
        var found = new List<ulong>();
        seeds = found;
        foreach (string part in text.Split(','))
        {
            int dots = part.IndexOf("..", StringComparison.Ordinal);
            string firstText = dots < 0 ? part : part[..dots];
            string lastText = dots < 0 ? part : part[(dots + 2)..];
            if (!TryRead(firstText, out ulong first) || !TryRead(lastText, out ulong last))
            {
                problem = $"takes seeds such as 1..20 or 1,2,7, not '{text}'";
                return false;
            }

            if (last < first)
            {
                problem = $"takes a range from the lesser to the greater, such as {last}..{first}, not '{part.Trim()}'";
                return false;
            }

            if (last - first >= MostSeeds || found.Count + (int)(last - first) + 1 > MostSeeds)
            {
                problem = $"takes at most {MostSeeds} seeds, not those of '{text}'";
                return false;
            }

            for (ulong seed = first; ; seed++)
            {
                if (found.Contains(seed))
                {
                    problem = $"takes each seed once, but '{text}' has {seed} twice";
                    return false;
                }

                found.Add(seed);
                if (seed == last)
                    break;
            }
        }

        problem = null;
        return true;
    }

    /// <summary>Seeds as people write them: <c>1..10</c>, <c>1, 5, 9</c>.</summary>
    internal static string Describe(IReadOnlyList<ulong> seeds)
    {
        var parts = new List<string>();
        for (int i = 0; i < seeds.Count;)
        {
            int end = i;
            while (end + 1 < seeds.Count && seeds[end + 1] == seeds[end] + 1)
                end++;
            if (end - i < 2)
                end = i;
            parts.Add(end == i ? Text(seeds[i]) : $"{Text(seeds[i])}..{Text(seeds[end])}");
            i = end + 1;
        }

        const int MostParts = 8;
        return parts.Count <= MostParts ? string.Join(", ", parts) : $"{string.Join(", ", parts.Take(MostParts))}, …";
    }

    private static bool TryRead(string text, out ulong seed) => ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out seed);

    private static string Text(ulong seed) => seed.ToString(CultureInfo.InvariantCulture);
}
