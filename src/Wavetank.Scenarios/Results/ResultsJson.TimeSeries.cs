using System.Globalization;
using System.Text.Json;
using Wavetank.Stack.Tcp;

namespace Wavetank.Scenarios.Results;

public static partial class ResultsJson
{
    /// <summary>The names of the columns, and a line for each sample.</summary>
    private static void WriteTimeSeries(Utf8JsonWriter json, FlowResult flow)
    {
        json.WriteStartObject("timeSeries");
        json.WriteStartArray("columns");
        foreach (SampleColumn column in SampleColumns.All)
            json.WriteStringValue(column.Name);
        json.WriteEndArray();
        json.WriteStartArray("samples");
        foreach (TcpSample sample in flow.Samples)
        {
            // Raw, so that a sample is one line of the indented document: its parts are numbers, null and names of states.
            IEnumerable<string> values = SampleColumns.All.Select(column => column.IsText ? $"\"{column.Of(sample)}\"" : string.Create(CultureInfo.InvariantCulture, $"{column.Of(sample) ?? "null"}"));
            json.WriteRawValue($"\n          [{string.Join(", ", values)}]");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
