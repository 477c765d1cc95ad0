namespace Wavetank.Scenarios.Words;

/// <summary>The number of slips between two words: a letter too many, too few, wrong, or two neighbours swapped.</summary>
/// <remarks>
/// Damerau-Levenshtein distance in its "optimal string alignment" form: no letter is touched twice. That is what typing
/// errors look like, and it needs three rows instead of a table by alphabet.
/// </remarks>
internal static class EditDistance
{
    internal static int Between(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            last[j] = j;

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int distance = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, beforeLast[j - 2] + 1);
                current[j] = distance;
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }
}
