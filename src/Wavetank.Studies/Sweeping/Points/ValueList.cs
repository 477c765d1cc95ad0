using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>Cuts what stands behind <c>PATH=</c> into values: at commas, but not at those within brackets or quotes.</summary>
internal static class ValueList
{
    /// <summary>The values that a text lists; a range with steps stands for each of its values.</summary>
    /// <exception cref="SweepException">The text is no list; the message says what would be right.</exception>
    internal static IReadOnlyList<string> Parse(string text)
    {
        var values = new List<string>();
        foreach (string part in Split(text))
        {
            if (part.Length == 0)
                throw new SweepException("lists an empty value; write values between commas, such as 10ms,20ms");
            values.AddRange(StepRange.TryExpand(part) ?? [Unquoted(part)]);
        }

        if (values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new SweepException($"has the value {Quoted.Text(twice.Key)} more than once");
        return values;
    }

    /// <summary>A value as a list takes it: in quotes where a comma outside of brackets would cut it.</summary>
    internal static string Quote(string value)
    {
        int depth = 0;
        foreach (char c in value)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (c == ',' && depth == 0)
                return $"\"{value}\"";
        }

        return value;
    }

    private static IEnumerable<string> Split(string text)
    {
        var open = new Stack<char>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\'')
            {
                // An apostrophe within a word opens nothing.
                int end = c == '"' || i == start || !char.IsLetterOrDigit(text[i - 1]) ? text.IndexOf(c, i + 1) : i;
                i = end >= 0 ? end : throw new SweepException($"has a quote that is not closed: {Quoted.Text(text.AsSpan(i))}");
            }
            else if (c is '(' or '[' or '{')
                open.Push(c);
            else if (c is ')' or ']' or '}')
            {
                if (!open.TryPop(out char opening) || !IsPair(opening, c))
                    throw new SweepException($"has a '{c}' that nothing opens");
            }
            else if (c == ',' && open.Count == 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        if (open.TryPeek(out char left))
            throw new SweepException($"has a '{left}' that nothing closes");
        yield return text[start..].Trim();
    }

    private static bool IsPair(char opening, char closing) => (opening, closing) is ('(', ')') or ('[', ']') or ('{', '}');

    private static string Unquoted(string value) =>
        value is ['"', .., '"'] or ['\'', .., '\''] && value.Length >= 2 && value.IndexOf(value[0], 1) == value.Length - 1 ? value[1..^1] : value;
}
