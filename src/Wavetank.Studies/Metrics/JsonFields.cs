using System.Text.Json;

namespace Wavetank.Studies.Metrics;

/// <summary>Looks for properties that may be missing, or be something else than what is looked for: then there is nothing.</summary>
internal static class JsonFields
{
    internal static string? Text(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    internal static double? Number(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) && double.IsFinite(value) ? value : null;

    internal static JsonElement? Object(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The objects of an array; none where there is no array.</summary>
    internal static IEnumerable<JsonElement> Objects(this JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
}
