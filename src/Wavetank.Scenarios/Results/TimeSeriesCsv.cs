using System.Text;
using Wavetank.Stack.Tcp;

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
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"from,to,{string.Join(',', SampleColumns.All.Select(column => column.Name))}");
        foreach (FlowResult flow in result.Flows)
        {
            // Names of devices and addresses hold neither commas nor quotes.
            foreach (TcpSample sample in flow.Samples)
                writer.WriteLine($"{flow.From},{flow.To},{string.Join(',', SampleColumns.All.Select(column => column.Of(sample)))}");
        }
    }
}
