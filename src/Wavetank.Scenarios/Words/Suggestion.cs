namespace Wavetank.Scenarios.Words;

/// <summary>"Did you mean": the known name nearest to an unknown one.</summary>
internal static class Suggestion
{
    private const int MaxLength = 64;
    private const int MaxCandidates = 1_000;

    /// <summary><c>; did you mean "loss"?</c>, or nothing when no known name is near.</summary>
    internal static string Hint(string unknown, IEnumerable<string> known) =>
        Nearest(unknown, known) is { } name ? $"; did you mean {Quoted.Text(name)}?" : "";

    /// <summary>The nearest name; of those equally near the one that begins alike, then the first, so the answer is always the same.</summary>
    internal static string? Nearest(string unknown, IEnumerable<string> known)
    {
        if (unknown.Length is 0 or > MaxLength)
            return null;

        string? nearest = null;
        int best = int.MaxValue;
        foreach (string candidate in known.Take(MaxCandidates))
        {
            int allowed = Allowance(Math.Max(unknown.Length, candidate.Length));
            if (Math.Abs(candidate.Length - unknown.Length) > allowed && !IsStem(unknown, candidate))
                continue;

            // In halves: a longer or shorter form is farther than one slip and nearer than two.
            int slips = EditDistance.Between(unknown.ToLowerInvariant(), candidate.ToLowerInvariant());
            int distance = slips > 1 && IsStem(unknown, candidate) ? 3 : 2 * slips;
            bool isNearer = distance < best || (distance == best && !BeginsAlike(unknown, nearest!) && BeginsAlike(unknown, candidate));
            if (isNearer && (slips <= allowed || IsStem(unknown, candidate)))
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest ?? known.Take(MaxCandidates).FirstOrDefault(candidate => IsTurned(unknown, candidate));
    }

    private static bool BeginsAlike(string unknown, string candidate) => char.ToLowerInvariant(unknown[0]) == char.ToLowerInvariant(candidate[0]);

    // "server-client" for "client-server".
    private static bool IsTurned(string unknown, string candidate)
    {
        for (int i = unknown.IndexOf('-'); i >= 0; i = unknown.IndexOf('-', i + 1))
        {
            if (candidate.Length == unknown.Length && candidate == $"{unknown[(i + 1)..]}-{unknown[..i]}")
                return true;
        }

        return false;
    }

    // A third of the letters may differ: enough for a slip, too little to turn one word into another.
    private static int Allowance(int length) => Math.Max(1, length / 3);

    // "dup" for "duplicate", "seconds" for "s" or "server-1" for "server" are no slips but a longer or shorter form.
    private static bool IsStem(string unknown, string candidate) =>
        unknown.Length >= 3 && candidate.Length >= 1
        && (candidate.StartsWith(unknown, StringComparison.OrdinalIgnoreCase)
            || (candidate.Length >= 3 && unknown.StartsWith(candidate, StringComparison.OrdinalIgnoreCase)));
}
