using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wavetank.Architecture.Tests.SocketParity;

/// <summary>The page that lists what is missing, with reasons that a person wrote. The counts on it are made.</summary>
internal static partial class ParityPage
{
    public const string Name = "docs/reference/socket-parity.md";

    private const string CountsBegin = "<!-- counts -->\n";
    private const string CountsEnd = "<!-- /counts -->";

    public static string Text => File.ReadAllText(Repository.PathOf(Name)).ReplaceLineEndings("\n");

    /// <summary>The members of a list of the page, each with its reason.</summary>
    public static IReadOnlyList<(string Member, string Reason)> List(string title) =>
        [.. Entry().Matches(Between(Text, $"<!-- {title} -->\n", $"<!-- /{title} -->")).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    /// <summary>The page with these counts.</summary>
    public static string WithCounts(string page, string counts) => page.Replace(Between(page, CountsBegin, CountsEnd), counts, StringComparison.Ordinal);

    public static string CountsOf(IEnumerable<TypeParity> types, IReadOnlyCollection<string> refused)
    {
        TypeParity[] all = [.. types];
        var text = new StringBuilder("| type | members | here | refused | missing |\n|---|---|---|---|---|\n");
        foreach (TypeParity type in all)
        {
            int no = refused.Count(type.Members.Contains);
            text.Append(CultureInfo.InvariantCulture, $"| {type.Name} | {type.Members.Count} | {type.Members.Count - no - type.Missing.Count} | {no} | {type.Missing.Count} |\n");
        }

        int members = all.Sum(type => type.Members.Count), missing = all.Sum(type => type.Missing.Count);
        int here = members - missing - refused.Count;
        text.Append(CultureInfo.InvariantCulture, $"\nOf {members} members {here} are here ({100.0 * here / members:0.0} %), {refused.Count} are refused, {missing} are missing.\n");
        return text.ToString();
    }

    private static string Between(string text, string begin, string end)
    {
        int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^- `([^`]+)`: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
