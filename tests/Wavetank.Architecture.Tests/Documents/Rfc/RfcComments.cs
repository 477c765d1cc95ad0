using System.Text;
using System.Text.RegularExpressions;

namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>The comments of a file: blocks of lines that hold nothing else, and what stands behind code.</summary>
internal static partial class RfcComments
{
    // A // behind code; one inside a string, as in a URL, has no blank behind it.
    [GeneratedRegex(@"(?:^|\s)///? ?(?<text>.*)$")]
    private static partial Regex Comment { get; }

    /// <summary>Each comment as one line of text, with the number of the line behind it.</summary>
    public static IEnumerable<(string Text, int NextLine)> Of(IReadOnlyList<string> lines)
    {
        var block = new StringBuilder();
        for (int i = 0; i < lines.Count; i++)
        {
            Match match = Comment.Match(lines[i]);
            bool isAlone = match.Success && lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal);
            if (block.Length > 0 && !isAlone)
            {
                yield return (block.ToString(), i);
                block.Clear();
            }

            if (isAlone)
            {
                block.Append(match.Groups["text"].Value.Trim()).Append(' ');
            }
            else if (match.Success)
            {
                yield return (match.Groups["text"].Value, i + 1);
            }
        }

        if (block.Length > 0)
        {
            yield return (block.ToString(), lines.Count);
        }
    }
}
