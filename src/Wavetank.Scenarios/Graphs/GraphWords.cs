using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Graphs;

/// <summary>Which known word may have been meant, in files of which only some words are ours.</summary>
internal static class GraphWords
{
    private const int MostListed = 12;

    /// <summary><c>; did you mean "host"? (known: host, router, …)</c></summary>
    public static string Known(string word, IEnumerable<string> known)
    {
        string[] first = [.. known.Take(MostListed + 1)];
        string list = string.Join(", ", first.Take(MostListed).Select(name => Quoted.Plain(name)));
        return $"{Suggestion.Hint(word, known)} (known: {list}{(first.Length > MostListed ? ", …" : "")})";
    }

    /// <summary>The known word that a word is but for one slip, and begins as; null for the words of other programs.</summary>
    public static string? SlipOf(string word, IEnumerable<string> known) =>
        word.Length < 3 ? null : known.FirstOrDefault(name => name.Length >= 4 && name[0] == word[0] && EditDistance.Between(word, name) == 1);
}
