using Wavetank.Scenarios.Results.Series;

namespace Wavetank.Scenarios.Results;

/// <summary>Writes the time series of all flows as one table (RFC 4180, but with line feeds): the two ends, then the columns of a sample.</summary>
public static class TimeSeriesCsv
{
    /// <summary>Writes the table, with a line of names at its top.</summary>
    /// <param name="result">The results.</param>
    /// <param name="stream">Where to; UTF-8. It is left open.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public static void Write(ScenarioResult result, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(stream);
        SeriesCsv.Write(SeriesTable.Connections(result), stream);
    }
}
