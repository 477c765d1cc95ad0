using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Names of devices, links and applications: RFC 1123 §2.1 host names without dots, in lower case only.</summary>
internal static class NameText
{
    // RFC 1034 §3.1: a label has at most 63 octets. Lower case only, since names resolve without regard to case (RFC 4343 §2).
    private const int MaxLength = 63;

    internal const string Pattern = "^[a-z]([a-z0-9-]*[a-z0-9])?$";

    internal static bool TryParse(ReadOnlySpan<char> text, out string? value, out string? problem)
    {
        value = null;
        if (text.IsEmpty)
            problem = "is empty; write a name such as server";
        else if (text.Length > MaxLength)
            problem = $"{Quoted.Text(text)} is too long; a name has at most {MaxLength} characters";
        else if (text is "localhost")
            problem = "\"localhost\" is every host's own name for itself; choose another name";
        else if (!IsName(text))
            problem = $"{Quoted.Text(text)} is not a name; {Rule}{Correction(text)}";
        else
        {
            value = text.ToString();
            problem = null;
        }

        return problem is null;
    }

    internal const string Rule = "write lower-case letters, digits and hyphens, beginning with a letter";

    internal static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxLength || !char.IsAsciiLetterLower(text[0]) || text[^1] == '-')
            return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return false;
        }

        return true;
    }

    private static string Correction(ReadOnlySpan<char> text)
    {
        string corrected = text.ToString().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        return IsName(corrected) ? $", such as {corrected}" : "";
    }
}
