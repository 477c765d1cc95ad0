using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wavetank.Scenarios.Results;

/// <summary>
/// Writes results as one JSON document, schema <c>wavetank.results/1</c> (docs/reference/results.md). The same run gives the same
/// bytes, but for the object <c>realTime</c>.
/// </summary>
/// <remarks>A change that a reader of the old documents would stumble over makes a new number; a new property does not.</remarks>
public static partial class ResultsJson
{
    /// <summary>The name and version of the schema.</summary>
    public const string Schema = "wavetank.results/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // For a file that people read: quotes and control characters are escaped, other scripts and "<" are not.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the document, with a line feed at its end.</summary>
    /// <param name="result">The results.</param>
    /// <param name="stream">Where to; UTF-8. It is left open.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public static void Write(ScenarioResult result, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("wavetank", result.Version);
            json.WriteString("scenario", result.Scenario);
            // As text: a seed has 64 bits, and many readers keep only 53 of a number.
            json.WriteString("seed", result.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
            WriteRun(json, result);
            WriteArray(json, "expectations", result.Expectations, WriteExpectation);
            WriteArray(json, "applications", result.Applications, WriteApplication);
            WriteArray(json, "flows", result.Flows, WriteFlow);
            json.WriteNumber("flowsForgotten", result.FlowsForgotten);
            WriteArray(json, "links", result.Links, WriteLink);
            WriteArray(json, "drops", result.Drops, WriteDeviceDrops);
            WriteArray(json, "faults", result.Faults, WriteFault);
            WriteArray(json, "storm", result.Storm, static (json, entry) => json.WriteStringValue(entry));
            WriteArray(json, "waiting", result.Waiting, WriteWaiting);
            WriteRealTime(json, result);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    internal static string NameOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed => "completed",
        RunOutcome.TimeLimit => "time-limit",
        RunOutcome.Idle => "idle",
        _ => "stopped",
    };

    private static void WriteRun(Utf8JsonWriter json, ScenarioResult result)
    {
        json.WriteStartObject("run");
        json.WriteString("outcome", NameOf(result.Outcome));
        json.WriteBoolean("expectationsHold", result.ExpectationsHold);
        json.WriteNumber("simulatedNs", result.SimulatedTime.Nanoseconds);
        json.WriteNumber("lastEventNs", result.LastEvent.Nanoseconds);
        json.WriteNumber("measuredNs", result.MeasuredTime.Nanoseconds);
        json.WriteNumber("events", result.Events);
        json.WriteNumber("packets", result.Packets);
        json.WriteString("digest", result.Digest);
        if (result.Escapes > 0)
            json.WriteNumber("escapes", result.Escapes);
        if (result.Unobserved.Count > 0)
            WriteArray(json, "unobserved", result.Unobserved, static (json, failure) => json.WriteStringValue(failure.ToString()));
        json.WriteEndObject();
    }

    private static void WriteRealTime(Utf8JsonWriter json, ScenarioResult result)
    {
        json.WriteStartObject("realTime");
        json.WriteNumber("seconds", Math.Round(result.RealTime.TotalSeconds, 6));
        json.WriteNumber("simulatedSecondsPerSecond", Math.Round(result.Speed, 3));
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
            write(json, item);
        json.WriteEndArray();
    }
}
