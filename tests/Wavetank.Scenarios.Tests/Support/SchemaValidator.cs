using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Wavetank.Scenarios.Tests.Support;

/// <summary>Validates by the part of JSON Schema that our schema uses; an unknown keyword fails, so that none is silently passed over.</summary>
internal sealed class SchemaValidator(JsonObject root)
{
    internal bool IsValid(JsonNode? value) => IsValid(root, value);

    private bool IsValid(JsonObject schema, JsonNode? value) => schema.All(keyword => Holds(schema, keyword.Key, keyword.Value!, value));

    private bool Holds(JsonObject schema, string keyword, JsonNode rule, JsonNode? value)
    {
        switch (keyword)
        {
            case "$schema" or "title" or "description" or "$defs":
                return true;
            case "$ref":
                return IsValid((JsonObject)root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!, value);
            case "type":
                return rule is JsonArray types ? types.Any(t => IsOfType(t!.GetValue<string>(), value)) : IsOfType(rule.GetValue<string>(), value);
            case "const":
                return JsonNode.DeepEquals(rule, value);
            case "enum":
                return rule.AsArray().Any(r => JsonNode.DeepEquals(r, value));
            case "pattern":
                return !IsOfType("string", value) || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>(), RegexOptions.ECMAScript);
            case "minimum":
                return !IsOfType("number", value) || value!.GetValue<decimal>() >= decimal.Parse(rule.ToJsonString());
            case "maximum":
                return !IsOfType("number", value) || value!.GetValue<decimal>() <= decimal.Parse(rule.ToJsonString());
            case "anyOf":
                return rule.AsArray().Any(s => IsValid((JsonObject)s!, value));
            case "oneOf":
                return rule.AsArray().Count(s => IsValid((JsonObject)s!, value)) == 1;
            case "minItems":
                return value is not JsonArray least || least.Count >= rule.GetValue<int>();
            case "maxItems":
                return value is not JsonArray most || most.Count <= rule.GetValue<int>();
            case "minProperties":
                return value is not JsonObject few || few.Count >= rule.GetValue<int>();
            case "items":
                return value is not JsonArray items || items.All(i => IsValid((JsonObject)rule, i));
            case "required":
                return value is not JsonObject owner || rule.AsArray().All(r => owner.ContainsKey(r!.GetValue<string>()));
            case "properties":
                return value is not JsonObject mapping || mapping.All(p => rule[p.Key] is not JsonObject s || IsValid(s, p.Value));
            case "propertyNames":
                return value is not JsonObject named || named.All(p => IsValid((JsonObject)rule, JsonValue.Create(p.Key)));
            case "additionalProperties":
                return value is not JsonObject open || open.All(p => schema["properties"]?[p.Key] is not null
                    || (rule is JsonObject s && IsValid(s, p.Value)));
            default:
                throw new NotSupportedException($"The schema uses the keyword {keyword}, which this validator does not know.");
        }
    }

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "number" => value is JsonValue number && number.TryGetValue<decimal>(out _),
        "integer" => value is JsonValue whole && whole.TryGetValue<decimal>(out decimal d) && d == decimal.Truncate(d),
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };
}
