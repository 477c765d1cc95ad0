using System.Text.Json;

namespace Wavetank.Scenarios.Results;

public static partial class ResultsJson
{
    private static void WriteFault(Utf8JsonWriter json, FaultResult fault)
    {
        json.WriteStartObject();
        json.WriteString("kind", fault.Kind);
        json.WriteString("target", fault.Target);
        json.WriteString("details", fault.Details);
        json.WriteNumber("beginNs", fault.Begin.Nanoseconds);
        WriteOptional(json, "endNs", fault.End?.Nanoseconds);
        json.WriteEndObject();
    }
}
