using System.Text;

namespace Wavetank.Architecture.Tests.Support;

/// <summary>A line diff in the unified format with three lines of context. Not for large files: time and memory grow with the product of the lengths.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    private readonly record struct Line(char Mark, string Text, int OldNumber, int NewNumber);

    /// <summary>Returns the difference, or an empty string where there is none.</summary>
    public static string Create(string oldName, string newName, string[] oldLines, string[] newLines)
    {
        List<Line> lines = Align(oldLines, newLines);
        var text = new StringBuilder();
        for (int i = 0; i < lines.Count;)
        {
            if (lines[i].Mark == ' ')
            {
                i++;
                continue;
            }

            if (text.Length == 0)
            {
                text.Append("--- ").Append(oldName).Append("\n+++ ").Append(newName).Append('\n');
            }

            i = AppendHunk(text, lines, i);
        }

        return text.ToString();
    }

    private static int AppendHunk(StringBuilder text, List<Line> lines, int firstChange)
    {
        int lastChange = firstChange;
        for (int i = firstChange; i < lines.Count && i - lastChange <= 2 * Context; i++)
        {
            lastChange = lines[i].Mark == ' ' ? lastChange : i;
        }

        int start = Math.Max(0, firstChange - Context), end = Math.Min(lines.Count, lastChange + Context + 1);
        List<Line> hunk = lines.GetRange(start, end - start);
        text.Append($"@@ -{hunk[0].OldNumber},{hunk.Count(l => l.Mark != '+')} +{hunk[0].NewNumber},{hunk.Count(l => l.Mark != '-')} @@\n");
        foreach (Line line in hunk)
        {
            text.Append(line.Mark).Append(line.Text).Append('\n');
        }

        return end;
    }

    private static List<Line> Align(string[] a, string[] b)
    {
        // common[i, j]: length of the longest common subsequence of a[i..] and b[j..].
        var common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<Line>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add(new Line(' ', a[i], i + 1, j + 1));
                i++;
                j++;
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new Line('-', a[i], i + 1, j + 1));
                i++;
            }
            else
            {
                lines.Add(new Line('+', b[j], i + 1, j + 1));
                j++;
            }
        }

        return lines;
    }
}
