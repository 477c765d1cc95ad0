using System.Text.Json.Nodes;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;

namespace Wavetank.Scenarios.Schema;

/// <summary>The small pieces that the schema is put together from.</summary>
internal static class SchemaParts
{
    /// <summary>A mapping that takes these keys and no others.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="values">The values of sections, and of options that are narrower here than by their format.</param>
    internal static JsonObject Mapping(IReadOnlyList<Key> keys, Dictionary<string, JsonObject> values)
    {
        var properties = new JsonObject();
        foreach (Key key in keys)
        {
            JsonObject value = values.GetValueOrDefault(key.Name) ?? (key.Form is null ? ValueOrList((Option)key) : ValueOrForm(key, key.Form));
            value["description"] = Describe(key);
            properties.Add(key.Name, value);
        }

        var mapping = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        string[] required = [.. keys.Where(k => k.IsRequired).Select(k => k.Name)];
        if (required.Length > 0)
            mapping["required"] = new JsonArray([.. required.Select(n => JsonValue.Create(n))]);
        return mapping;
    }

    internal static JsonObject List(JsonObject items, int minimum = 0, int? maximum = null)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (minimum > 0)
            list["minItems"] = minimum;
        if (maximum is int most)
            list["maxItems"] = most;
        return list;
    }

    internal static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    internal static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    internal static JsonObject Constant(string value) => new() { ["const"] = value };

    private static JsonObject ValueOrForm(Key key, ConditionForm form) => key is Option option
        ? new JsonObject { ["anyOf"] = new JsonArray(Value(option), Reference(form.Definition)) }
        : Reference(form.Definition);

    private static JsonObject ValueOrList(Option option) => option.IsList
        ? new JsonObject { ["anyOf"] = new JsonArray(List(Value(option)), Value(option)) }
        : Value(option);

    private static JsonObject Value(Option option)
    {
        ValueFormat format = option.ValueFormat;
        if (format.Choices is { } choices)
            return new JsonObject { ["enum"] = new JsonArray([.. choices.Select(c => JsonValue.Create(c.Name))]) };

        switch (format.Number)
        {
            case NumberForm.Whole:
                var whole = new JsonObject { ["type"] = "integer" };
                option.AddBounds((name, value) => whole[name] = value);
                return whole;
            case NumberForm.Decimal:
                var number = new JsonObject { ["type"] = "number" };
                option.AddBounds((name, value) => number[name] = value);
                return number;
            case NumberForm.TextOrWhole:
                return new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = 1 }, Pattern(format.Pattern!)) };
            case NumberForm.Fraction:
                return new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
                        Pattern(format.Pattern!)),
                };
            default:
                // A title such as 2026 is a number to YAML and a text to us.
                return format.Pattern is null ? new JsonObject { ["type"] = new JsonArray("string", "number") } : Pattern(format.Pattern);
        }
    }

    private static string Describe(Key key)
    {
        if (key is not Option option)
            return key.Summary;
        if (option.IsList)
            return $"{key.Summary} A list, or one alone, each written as {option.ValueFormat.Summary}: [{option.ValueFormat.Example}].";
        string form = option.ValueFormat.Choices is null ? $" Written as {option.ValueFormat.Summary}: {option.ValueFormat.Example}." : "";
        string range = option.Range is null ? "" : $" {option.Range}.";
        string fallback = option.Default is null ? "" : $" Default: {option.Default}.";
        return key.Summary + form + range + fallback;
    }
}
