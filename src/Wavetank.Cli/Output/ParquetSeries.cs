using Parquet;
using Parquet.Schema;
using Wavetank.Scenarios.Results.Series;

namespace Wavetank.Cli.Output;

/// <summary>Writes a time series as Apache Parquet, a column at a time, for pandas, DuckDB, R and their like.</summary>
internal static class ParquetSeries
{
    internal static void Write(SeriesTable table, Stream stream) => WriteAsync(table, stream).GetAwaiter().GetResult();

    private static async Task WriteAsync(SeriesTable table, Stream stream)
    {
        DataField[] fields = [.. table.Columns.Select(FieldOf)];
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        using ParquetRowGroupWriter rows = writer.CreateRowGroup();
        for (int i = 0; i < fields.Length; i++)
        {
            int column = i;
            switch (table.Columns[i].Kind)
            {
                case SeriesColumnKind.Text:
                    await rows.WriteAsync(fields[i], [.. table.Rows.Select(row => (string)row[column]!)]);
                    break;
                case SeriesColumnKind.Whole:
                    await rows.WriteAsync<long>(fields[i], table.Rows.Select(row => (long?)row[column]).ToArray());
                    break;
                default:
                    await rows.WriteAsync<double>(fields[i], table.Rows.Select(row => (double?)row[column]).ToArray());
                    break;
            }
        }
    }

    private static DataField FieldOf(SeriesColumn column) => column.Kind switch
    {
        SeriesColumnKind.Text => new DataField<string>(column.Name, nullable: false),
        SeriesColumnKind.Whole => new DataField<long>(column.Name, nullable: true),
        _ => new DataField<double>(column.Name, nullable: true),
    };
}
