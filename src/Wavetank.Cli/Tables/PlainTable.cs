using Spectre.Console;

namespace Wavetank.Cli.Tables;

/// <summary>A table without lines: a title, headers, columns that are aligned. Cells are text, never markup.</summary>
internal sealed class PlainTable
{
    private const int Indent = 2;

    private readonly string _title;
    private readonly Table _table = new() { Border = TableBorder.None };

    /// <param name="title">What the rows are.</param>
    /// <param name="columns">The columns.</param>
    internal PlainTable(string title, params ReadOnlySpan<Column> columns)
    {
        _title = title;
        for (int i = 0; i < columns.Length; i++)
        {
            Column column = columns[i];
            _table.AddColumn(new TableColumn(new Text(column.Header, new Style(decoration: Decoration.Dim)))
            {
                Alignment = column.IsRight ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, i == columns.Length - 1 ? 0 : column.Gap, 0),
                NoWrap = !column.Wraps,
            });
        }
    }

    /// <summary>Adds a row.</summary>
    internal void Add(params ReadOnlySpan<string> cells) => Add(Style.Plain, cells);

    /// <summary>Adds a row in a style.</summary>
    internal void Add(Style style, params ReadOnlySpan<string> cells)
    {
        var texts = new List<Text>(cells.Length);
        foreach (string cell in cells)
            texts.Add(new Text(cell, style));
        _table.AddRow(texts);
    }

    /// <summary>Writes an empty line, the title and the rows; nothing where there are no rows.</summary>
    internal void Write(IAnsiConsole console)
    {
        if (_table.Rows.Count == 0)
            return;
        console.WriteLine();
        console.Write(new Text(_title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(new Padder(_table, new Padding(Indent, 0, 0, 0)));
    }
}
