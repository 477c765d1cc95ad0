using System.Globalization;
using System.Text;

namespace Wavetank.Scenarios.Words;

/// <summary>Text from a file, made fit for a message: in quotes, short, on one line, harmless to a terminal.</summary>
internal static class Quoted
{
    private const int MaxLength = 60;

    /// <summary>The text in quotes.</summary>
    internal static string Text(ReadOnlySpan<char> text) => $"\"{Plain(text)}\"";

    /// <summary>The text without quotes.</summary>
    internal static string Plain(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder();
        foreach (char c in text[..Math.Min(text.Length, MaxLength)])
        {
            if (c == '\n')
                result.Append("\\n");
            else if (c == '\t')
                result.Append("\\t");
            else if (IsUnsafe(c))
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                result.Append(c);
        }

        if (text.Length > MaxLength)
            result.Append('…');
        return result.ToString();
    }

    // An escape sequence, or a mark that turns the writing direction, would let a file rewrite the user's screen.
    private static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
