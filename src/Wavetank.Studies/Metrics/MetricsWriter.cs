using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;

namespace Wavetank.Studies.Metrics;

/// <summary>Writes figures as results.json: what is known of the run, and <c>metrics</c>.</summary>
internal static class MetricsWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Write(RunMetrics run, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", ResultsJson.Schema);
            if (run.Version is not null)
                json.WriteString("wavetank", run.Version);
            json.WriteString("scenario", run.Scenario);
            json.WriteString("seed", run.Seed.ToString(CultureInfo.InvariantCulture));
            if (run.Outcome is not null || run.Digest is not null)
                WriteRun(json, run);
            json.WriteStartArray("metrics");
            foreach (Measurement measurement in run.Measurements)
                WriteMeasurement(json, measurement);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteRun(Utf8JsonWriter json, RunMetrics run)
    {
        json.WriteStartObject("run");
        if (run.Outcome is not null)
            json.WriteString("outcome", run.Outcome);
        if (run.Digest is not null)
            json.WriteString("digest", run.Digest);
        json.WriteEndObject();
    }

    private static void WriteMeasurement(Utf8JsonWriter json, Measurement measurement)
    {
        json.WriteStartObject();
        json.WriteString("name", measurement.Metric.Name);
        if (measurement.Value is { } value)
            json.WriteNumber("value", value);
        else
            json.WriteNull("value");
        json.WriteString("unit", MetricUnitNames.Of(measurement.Metric.Unit));
        if (BetterNames.Of(measurement.Metric.Better) is { } better)
            json.WriteString("better", better);
        if (measurement.Metric.Summary.Length > 0)
            json.WriteString("summary", measurement.Metric.Summary);
        json.WriteEndObject();
    }
}
