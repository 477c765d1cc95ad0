using System.Globalization;
using System.Text.RegularExpressions;

namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>
/// Reads the lists of requirements beside this file. An RFC begins with <c># RFC 9293: title</c>, perhaps with a line <c>! note</c> below;
/// a row is <c>id | state | text</c>, behind which a requirement that is not done, or not applicable, has <c>| reason</c>. Where the id is
/// no section, <c>MUST-14 §3.7.1</c> says where it stands.
/// </summary>
internal static partial class RfcList
{
    private static readonly Dictionary<string, RfcState> States = new(StringComparer.Ordinal)
    {
        ["done"] = RfcState.Done,
        ["not done"] = RfcState.NotDone,
        ["not applicable"] = RfcState.NotApplicable,
    };

    [GeneratedRegex(@"^# RFC (?<number>\d+): (?<title>.+)$")]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^(?:(?<id>(?:MUST|SHLD|MAY|REC)-\d+) (?<section>§[\d.]*\d)|(?<id>(?<section>§(?:[\d.]*\d|[A-Z]\b))(?: .+)?)|(?<id>(?<section>""[^""]+"")))$")]
    private static partial Regex Identity { get; }

    /// <summary>All RFCs, by number.</summary>
    public static IReadOnlyDictionary<int, RfcDocument> Read()
    {
        var documents = new SortedDictionary<int, RfcDocument>();
        string folder = Repository.PathOf("tests", "Wavetank.Architecture.Tests", "Documents", "Rfc");
        foreach (string file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            ReadFile(file, documents);
        }

        return documents;
    }

    private static void ReadFile(string file, SortedDictionary<int, RfcDocument> documents)
    {
        var rows = new List<RfcRequirement>();
        RfcDocument? document = null;
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            string place = $"{Path.GetFileName(file)}:{number}";
            if (Heading.Match(line) is { Success: true } heading)
            {
                rows = [];
                document = new RfcDocument(int.Parse(heading.Groups["number"].Value, CultureInfo.InvariantCulture), heading.Groups["title"].Value, "", rows);
                Assert.True(documents.TryAdd(document.Number, document), $"{place}: RFC {document.Number} is listed twice.");
            }
            else if (line.StartsWith("! ", StringComparison.Ordinal))
            {
                Assert.NotNull(document);
                document = document with { Note = line[2..] };
                documents[document.Number] = document;
            }
            else if (line.Length > 0 && !line.StartsWith("// ", StringComparison.Ordinal))
            {
                Assert.True(document is not null, $"{place}: a row stands before the first RFC.");
                RfcRequirement row = ReadRow(place, document.Number, line);
                Assert.True(document.Find(row.Id) is null, $"{place}: {row} is listed twice.");
                rows.Add(row);
            }
        }
    }

    private static RfcRequirement ReadRow(string place, int rfc, string line)
    {
        string[] parts = line.Split(" | ");
        Match identity = Identity.Match(parts[0].Trim());
        Assert.True(identity.Success, $"{place}: '{parts[0]}' is no id; they look like MUST-14 §3.7.1 or §4.3 (2).");
        Assert.True(parts.Length >= 3 && States.ContainsKey(parts[1].Trim()), $"{place}: a row is 'id | {string.Join(" or ", States.Keys)} | text | reason'.");
        RfcState state = States[parts[1].Trim()];
        Assert.True(parts.Length == (state == RfcState.Done ? 3 : 4), $"{place}: what is not done, or not applicable, has a reason; nothing else has.");
        return new RfcRequirement(rfc, identity.Groups["id"].Value, identity.Groups["section"].Value, state, parts[2].Trim(), parts.Length > 3 ? parts[3].Trim() : "");
    }
}
