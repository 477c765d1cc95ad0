using System.Globalization;
using System.Text;

namespace Wavetank.Scenarios.Results.Series;

/// <summary>Writes a time series as text (RFC 4180, but with line feeds). A value that is missing is empty.</summary>
internal static class SeriesCsv
{
    internal static void Write(SeriesTable table, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', table.Columns.Select(column => column.Name)));

        // Names of devices, links and addresses hold neither commas nor quotes.
        foreach (object?[] row in table.Rows)
            writer.WriteLine(string.Join(',', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
    }
}
