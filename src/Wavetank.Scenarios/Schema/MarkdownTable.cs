using System.Text;

namespace Wavetank.Scenarios.Schema;

/// <summary>Tables of the pages in docs/reference.</summary>
internal static class MarkdownTable
{
    /// <summary>Adds a table and an empty line; nothing where there are no rows.</summary>
    internal static void Append(StringBuilder page, string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length == 0)
            return;

        Row(page, header);
        Row(page, [.. header.Select(_ => "---")]);
        foreach (string[] row in all)
            Row(page, row);
        page.Append('\n');
    }

    private static void Row(StringBuilder page, string[] cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
