using System.Globalization;
using System.Text;

namespace Wavetank.Tables.Tests.Support;

/// <summary>A table as a person reads it: a line that says what was measured and how, the names of the columns, aligned rows.</summary>
internal sealed class TextTable(string title, params string[] columns)
{
    /// <summary>Stands where no closed form describes a cell.</summary>
    internal const string None = "-";

    private readonly List<string[]> _rows = [columns];

    internal void Add(params string[] cells)
    {
        Assert.Equal(columns.Length, cells.Length);
        _rows.Add(cells);
    }

    internal static string Number(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    internal static string Percent(double value, int decimals = 1) => Number(value * 100, decimals) + " %";

    /// <summary>A probability as percent, with no more digits than it needs.</summary>
    internal static string Loss(double value) => (value * 100).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    public override string ToString()
    {
        var text = new StringBuilder().Append(title).Append('\n');
        int[] widths = [.. columns.Select((_, column) => _rows.Max(row => row[column].Length))];

        // Words stand left, figures right.
        bool[] words = [.. columns.Select((_, column) => _rows.Skip(1).All(row => char.IsLetter(row[column][0])))];
        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => words[column] ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
