using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wavetank.Scenarios.Kinds;
using Wavetank.Studies.Metrics;
using Wavetank.Studies.Statistics;

namespace Wavetank.Studies.Comparing;

/// <summary>A comparison as one JSON document, schema <c>wavetank.comparison/1</c> (docs/reference/compare.md).</summary>
internal static class ComparisonJson
{
    /// <summary>The name and version of the schema.</summary>
    internal const string Schema = "wavetank.comparison/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(Comparison comparison)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            WriteSet(json, "a", comparison.A);
            WriteSet(json, "b", comparison.B);
            json.WriteNumber("confidence", comparison.Options.Confidence);
            WriteText(json, "bound", comparison.Options.Bounds.Default?.Text);
            json.WriteNumber("regressions", comparison.Regressions.Count);
            json.WriteStartArray("notes");
            foreach (string note in comparison.Notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteStartArray("metrics");
            foreach (ComparedMetric metric in comparison.Metrics)
                WriteMetric(json, metric);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return $"{Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)}\n";
    }

    private static void WriteSet(Utf8JsonWriter json, string name, RunSet set)
    {
        json.WriteStartObject(name);
        json.WriteString("name", set.Name);
        json.WriteString("scenario", set.Scenario);
        json.WriteStartArray("wavetank");
        foreach (string version in set.Versions)
            json.WriteStringValue(version);
        json.WriteEndArray();
        json.WriteStartArray("seeds");
        foreach (ulong seed in set.Seeds)
            json.WriteStringValue(seed.ToString(CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, ComparedMetric metric)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Metric.Name);
        json.WriteString("unit", MetricUnitNames.Of(metric.Metric.Unit));
        WriteText(json, "better", BetterNames.Of(metric.Metric.Better));
        json.WriteString("verdict", Verdicts.Words(metric.Verdict));
        json.WriteBoolean("regression", metric.IsRegression);
        WriteText(json, "bound", metric.Bound?.Text);
        WriteSummary(json, "a", metric.A);
        WriteSummary(json, "b", metric.B);
        WriteNumber(json, "difference", metric.Difference?.Mean);
        WriteInterval(json, "interval", metric.Difference?.Interval);
        WriteNumber(json, "relative", metric.Relative);
        WriteInterval(json, "relativeInterval", metric.RelativeInterval);
        WriteText(json, "method", metric.Difference?.Method switch
        {
            DifferenceMethod.Paired => "paired",
            DifferenceMethod.Welch => "welch",
            _ => null,
        });
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, string name, SampleSummary? summary)
    {
        if (summary is not { } values)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("number", values.Number);
        json.WriteNumber("mean", values.Mean);
        json.WriteNumber("standardDeviation", values.StandardDeviation);
        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } ends)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("low", ends.Low);
        json.WriteNumber("high", ends.High);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }
}
