namespace Wavetank.Scenarios.Words;

/// <summary>The tail of every message about an unknown name: a suggestion and the list of what is known.</summary>
internal static class KnownNames
{
    private const int MaxListed = 20;

    internal static string Tail(string unknown, IEnumerable<string> known) =>
        Suggestion.Hint(unknown, known) + List(known);

    private static string List(IEnumerable<string> known)
    {
        string[] names = [.. known.Take(MaxListed + 1)];
        return names.Length switch
        {
            0 => " (none is known here)",
            > MaxListed => $" (known: {string.Join(", ", names.Take(MaxListed))}, …)",
            _ => $" (known: {string.Join(", ", names)})",
        };
    }
}
