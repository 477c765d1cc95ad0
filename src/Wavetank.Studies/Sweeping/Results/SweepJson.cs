using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wavetank.Studies.Sweeping.Points;

namespace Wavetank.Studies.Sweeping.Results;

/// <summary>Writes a sweep as JSON, schema <c>wavetank.sweep/1</c>: what <c>--format json</c> prints and the page is drawn from.</summary>
internal static class SweepJson
{
    private const string Schema = "wavetank.sweep/1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="stream">Where to; it is left open.</param>
    internal static void Write(SweepResults sweep, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        Write(sweep, json, sweep.Metrics, serve: null);
    }

    /// <param name="sweep">The sweep.</param>
    /// <param name="json">Where to.</param>
    /// <param name="metrics">All of its metrics, in the order in which they are to be shown.</param>
    /// <param name="serve">Where reports of runs can be had; null for nowhere.</param>
    internal static void Write(SweepResults sweep, Utf8JsonWriter json, IReadOnlyList<MetricRecord> metrics, string? serve)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("wavetank", sweep.Plan.Version);
        json.WriteStartObject("scenario");
        json.WriteString("name", sweep.Plan.ScenarioName);
        json.WriteString("file", sweep.Plan.ScenarioFile);
        json.WriteEndObject();
        json.WriteString("command", sweep.Plan.Command);
        json.WriteString("design", sweep.Plan.Design.Kind);
        json.WriteStartArray("parameters");
        foreach (SweepParameter parameter in sweep.Plan.Design.Parameters.Where(parameter => parameter.Varies))
            WriteParameter(json, parameter);
        json.WriteEndArray();
        json.WriteStartArray("metrics");
        foreach (MetricRecord metric in metrics)
            WriteMetric(json, metric);
        json.WriteEndArray();
        json.WriteNumber("confidence", SweepPlan.Confidence);
        json.WriteStartArray("points");
        foreach (SweepPoint point in sweep.Plan.Design.Points)
            WritePoint(json, sweep, point, metrics);
        json.WriteEndArray();
        json.WriteString("serve", serve);
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, SweepParameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("path", parameter.Path);
        WriteTexts(json, "values", parameter.Values);
        json.WriteStartArray("numbers");
        foreach (string value in parameter.Values)
            WriteNumber(json, parameter.NumberOf(value));
        json.WriteEndArray();
        json.WriteString("unit", parameter.Unit is { } unit ? QuantityUnitNames.Of(unit) : "");
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, MetricRecord metric)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Name);
        json.WriteString("unit", metric.Unit);
        json.WriteString("better", metric.Better);
        json.WriteString("summary", metric.Summary);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, SweepResults sweep, SweepPoint point, IReadOnlyList<MetricRecord> metrics)
    {
        json.WriteStartObject();
        json.WriteNumber("id", point.Id);
        json.WriteStartArray("values");
        foreach ((int i, SweepParameter parameter) in sweep.Plan.Design.Parameters.Index())
        {
            if (parameter.Varies)
                json.WriteNumberValue(point.Values[i]);
        }

        json.WriteEndArray();
        WriteTexts(json, "settings", point.Settings(sweep.Plan.Design.Parameters));
        json.WriteStartArray("runs");
        foreach (RunRecord run in sweep.RunsOf(point))
            WriteRun(json, run, metrics);
        json.WriteEndArray();
        json.WriteBoolean("stoppedEarly", sweep.StoppedEarly(point));
        json.WriteStartArray("statistics");
        foreach (MetricRecord metric in metrics)
            WriteStatistic(json, sweep.StatisticOf(point, metric));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, RunRecord run, IReadOnlyList<MetricRecord> metrics)
    {
        json.WriteStartObject();
        json.WriteString("seed", run.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString("status", run.Failed ? "failed" : "completed");
        json.WriteString("error", run.Error);
        json.WriteStartArray("values");
        foreach (MetricRecord metric in metrics)
            WriteNumber(json, run.Values.TryGetValue(metric.Name, out double value) ? value : null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStatistic(Utf8JsonWriter json, StatisticRecord? statistic)
    {
        if (statistic is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("number", statistic.Number);
        json.WriteNumber("mean", statistic.Mean);
        json.WriteNumber("standardDeviation", statistic.StandardDeviation);
        json.WritePropertyName("low");
        WriteNumber(json, statistic.Interval?.Low);
        json.WritePropertyName("high");
        WriteNumber(json, statistic.Interval?.High);
        json.WriteString("method", statistic.Method);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double? number)
    {
        if (number is { } value)
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }
}
