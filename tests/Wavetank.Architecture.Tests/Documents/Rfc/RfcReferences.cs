using System.Globalization;
using System.Text.RegularExpressions;

namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>
/// Finds the requirements that a text names: <c>RFC 9293 §3.7.1, MUST-14 and SHLD-5; §3.8.1</c>. A section in front of an id of
/// appendix B says only where that stands. The number of the RFC holds until the next.
/// </summary>
internal sealed partial class RfcReferences(IReadOnlyDictionary<int, RfcDocument> list)
{
    /// <summary>What is named and is not in the list, or stands in another section.</summary>
    public List<string> Problems { get; } = [];

    [GeneratedRegex(@"(?<unlike>\bunlike\s+)?\bRFC\s+(?<rfc>\d+)(?:,\s+(?<heading>""[^""]+""))?|(?<section>§(?:\d+(?:\.\d+)*|[A-Z]\b))|\b(?<id>(?:MUST|SHLD|MAY|REC)-\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Token { get; }

    [GeneratedRegex(@"^,?\s*\(?(?:MUST|SHLD|MAY|REC)-\d+")]
    private static partial Regex LeadsToId { get; }

    /// <summary>The requirements that the text names, each once.</summary>
    /// <param name="text">A comment, with its line breaks taken out.</param>
    /// <param name="place">Where it stands, for messages.</param>
    public IReadOnlyList<(RfcRequirement Requirement, bool IsUnlike)> Read(string text, string place)
    {
        var found = new List<(RfcRequirement, bool)>();
        RfcDocument? document = null;
        bool isUnlike = false;
        string section = "";
        foreach (Match match in Token.Matches(text))
        {
            string following = text[(match.Index + match.Length)..];
            if (match.Groups["rfc"].Success)
            {
                int number = int.Parse(match.Groups["rfc"].Value, CultureInfo.InvariantCulture);
                isUnlike = match.Groups["unlike"].Success;
                section = "";
                if (!list.TryGetValue(number, out document))
                {
                    Problems.Add($"{place}: RFC {number} is not in the lists beside RfcList.cs.");
                }
                else if (match.Groups["heading"] is { Success: true } heading)
                {
                    Add(document.Find(heading.Value), document, heading.Value, "");
                }
            }
            else if (document is { Requirements.Count: > 0 })
            {
                bool isSection = match.Groups["section"].Success;
                section = isSection ? match.Groups["section"].Value : section;
                if (!isSection || !LeadsToId.IsMatch(following))
                {
                    Add(isSection ? document.Find(section, following) : document.Find(match.Groups["id"].Value), document, match.Value, isSection ? "" : section);
                }
            }
        }

        return found;

        void Add(RfcRequirement? row, RfcDocument rfc, string named, string where)
        {
            if (row is null)
            {
                Problems.Add($"{place}: RFC {rfc.Number} {named} is not in the lists beside RfcList.cs.");
            }
            else if (where.Length > 0 && where != row.Section)
            {
                Problems.Add($"{place}: {row} stands in {row.Section}, not in {where}.");
            }
            else if (!found.Contains((row, isUnlike)))
            {
                found.Add((row, isUnlike));
            }
        }
    }
}
