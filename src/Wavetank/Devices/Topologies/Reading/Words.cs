using System.Globalization;
using System.Text;

namespace Wavetank.Devices.Topologies.Reading;

/// <summary>Words from a file in messages: in quotes, short, harmless to a terminal; and the known word that may have been meant.</summary>
internal static class Words
{
    private const int Longest = 40;
    private const int MostListed = 12;
    private const int MostCompared = 1000;

    public static string Quote(string text) => $"\"{Plain(text, Longest)}\"";

    public static string Plain(string text, int longest)
    {
        var quoted = new StringBuilder();
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, longest)))
        {
            // An escape sequence, or a mark that turns the writing direction, would let a file rewrite the user's screen.
            bool isHarmless = CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            quoted.Append(isHarmless ? letter : '?');
        }

        return quoted.Append(text.Length > longest ? "…" : "").ToString();
    }

    /// <summary><c>; did you mean "loss"? (known: …)</c></summary>
    public static string Tail(string word, IEnumerable<string> known)
    {
        string[] names = [.. known.Take(MostCompared)];
        string? meant = names.FirstOrDefault(name => Slips(word, name) <= Math.Max(1, name.Length / 3));
        string list = string.Join(", ", names.Take(MostListed).Select(name => Quote(name).Trim('"')));
        return $"{(meant is null ? "" : $"; did you mean {Quote(meant)}?")} (known: {list}{(names.Length > MostListed ? ", …" : "")})";
    }

    /// <summary>Whether a word is one of the known ones but for one slip, and begins as it does.</summary>
    public static string? SlipOf(string word, IEnumerable<string> known) =>
        word.Length < 3 ? null : known.FirstOrDefault(name => name.Length >= 4 && name[0] == word[0] && Slips(word, name) == 1);

    /// <summary>Letters too many, too few, wrong, or two neighbours swapped (optimal string alignment); many for what is far.</summary>
    private static int Slips(string word, string name)
    {
        if (word.Length > Longest || Math.Abs(word.Length - name.Length) > 3)
        {
            return int.MaxValue;
        }

        int[,] table = new int[word.Length + 1, name.Length + 1];
        for (int i = 0; i <= word.Length; i++)
        {
            for (int j = 0; j <= name.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                    table[i - 1, j - 1] + (char.ToLowerInvariant(word[i - 1]) == char.ToLowerInvariant(name[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && word[i - 1] == name[j - 2] && word[i - 2] == name[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[word.Length, name.Length];
    }
}
