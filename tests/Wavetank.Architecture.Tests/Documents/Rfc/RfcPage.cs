using System.Globalization;
using System.Text;

namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>Writes the page: a table for each RFC, and what of it is not done.</summary>
internal static class RfcPage
{
    private const string Head = """
        # RFC coverage

        What the TCP/IP stack obeys, where it does so, and which test proves it. This page is generated: from the lists of requirements in
        [Documents/Rfc](../../tests/Wavetank.Architecture.Tests/Documents/Rfc), from the comments in the source (`// RFC 9293 §3.7.1, MUST-14: …`),
        and from the marks of tests and packetdrill scripts (`// Proves RFC 9293 MUST-14`). `./check --accept` writes it anew.

        A test of the build holds both ways:

        - every requirement that a comment or a test names is in the lists, in the section that they give;
        - every requirement marked done has at least one place in the core that cites it and at least one test, which no list of known differences excuses;
        - no place claims to obey what is marked not done or not applicable; a comment may say that the code differs
          (`// Unlike RFC 6298 §2.4, …`), and then the place stands behind the reason.

        What a mark means is that the test would fail if the rule were broken in the case that the test has; it does not mean that every case is
        tried. The lists hold all of RFC 9293's appendix B and, of the other RFCs, the sections that ask something of a host or a router that a
        user of the simulator could observe; they are not every sentence. Ids are those of RFC 9293's appendix B, or sections.

        """;

    public static string Write(IReadOnlyDictionary<int, RfcDocument> list, RfcScanner scanner)
    {
        ILookup<RfcRequirement, RfcCitation> source = scanner.Source.ToLookup(citation => citation.Requirement);
        ILookup<RfcRequirement, RfcCitation> proofs = scanner.Proofs.ToLookup(citation => citation.Requirement);
        var page = new StringBuilder(Head);
        WriteSum(page, list.Values);
        foreach (RfcDocument document in list.Values.Where(document => document.Requirements.Count > 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## RFC {document.Number}: {document.Title}\n\n");
            page.Append(document.Note.Length > 0 ? $"{document.Note}\n\n" : "");
            WriteDone(page, document, source, proofs);
            WriteRest(page, document, RfcState.NotDone, "Not done", source);
            WriteRest(page, document, RfcState.NotApplicable, "Not applicable", source);
        }

        WriteOthers(page, list.Values);
        return page.ToString();
    }

    private static void WriteSum(StringBuilder page, IEnumerable<RfcDocument> documents)
    {
        page.Append("\n| RFC | title | done | not done | not applicable |\n|---|---|---:|---:|---:|\n");
        foreach (RfcDocument document in documents.Where(document => document.Requirements.Count > 0))
        {
            int Count(RfcState state) => document.Requirements.Count(row => row.State == state);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {document.Number} | {document.Title} | {Count(RfcState.Done)} | {Count(RfcState.NotDone)} | {Count(RfcState.NotApplicable)} |\n");
        }
    }

    private static void WriteDone(
        StringBuilder page, RfcDocument document, ILookup<RfcRequirement, RfcCitation> source, ILookup<RfcRequirement, RfcCitation> proofs)
    {
        RfcRequirement[] rows = [.. document.Requirements.Where(row => row.State == RfcState.Done)];
        if (rows.Length == 0)
        {
            return;
        }

        page.Append("| id | what | obeyed at | proven by |\n|---|---|---|---|\n");
        foreach (RfcRequirement row in rows)
        {
            string places = string.Join("<br>", source[row].Select(citation => Link(citation.File)).Distinct());
            string tests = string.Join("<br>", proofs[row].Select(proof => $"[{proof.Test}](../../{proof.File})").Distinct());
            page.Append(CultureInfo.InvariantCulture, $"| {Identity(row)} | {row.Text} | {places} | {tests} |\n");
        }
    }

    private static void WriteRest(
        StringBuilder page, RfcDocument document, RfcState state, string title, ILookup<RfcRequirement, RfcCitation> source)
    {
        RfcRequirement[] rows = [.. document.Requirements.Where(row => row.State == state)];
        if (rows.Length == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"{(page[^2] == '\n' ? "" : "\n")}{title}:\n\n");
        foreach (RfcRequirement row in rows)
        {
            string places = string.Join(", ", source[row].Where(citation => citation.IsUnlike).Select(citation => Link(citation.File)).Distinct());
            page.Append(CultureInfo.InvariantCulture, $"- {Identity(row)}: {row.Text} *{row.Reason}*{(places.Length > 0 ? $" ({places})" : "")}\n");
        }
    }

    private static void WriteOthers(StringBuilder page, IEnumerable<RfcDocument> documents)
    {
        page.Append("\n## Other RFCs\n\nOf these there is no list: nothing of them is done, or they are the source of a name, a number or a way of measuring only.\n\n");
        foreach (RfcDocument document in documents.Where(document => document.Requirements.Count == 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"- RFC {document.Number}, {document.Title}: {document.Note}\n");
        }
    }

    private static string Identity(RfcRequirement row) => row.Id == row.Section || row.Id.StartsWith('§') ? row.Id : $"{row.Id} ({row.Section})";

    private static string Link(string file) => $"[{Path.GetFileNameWithoutExtension(file)}](../../{file})";
}
