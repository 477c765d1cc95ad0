namespace Wavetank.Testing.Histories.Searching;

/// <summary>A table of text, two blanks before and between its columns.</summary>
internal static class TextTable
{
    public static string Format(string[] header, IReadOnlyList<string[]> rows)
    {
        string[][] all = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => all.Max(row => row[column].Length))];
        return string.Join('\n', all.Select(row =>
            ("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd()));
    }
}
