using System.Globalization;
using System.Text.Json.Nodes;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Tests.Support;

/// <summary>A scenario's text as the JSON that an editor would hold against the schema: plain numbers become numbers.</summary>
internal static class YamlToJson
{
    internal static JsonNode Convert(string text) => Convert(ElementReader.Read(text, new Problems("lab.yaml")));

    private static JsonNode Convert(Element element)
    {
        switch (element)
        {
            case MappingElement mapping:
                var result = new JsonObject();
                foreach (MappingEntry entry in mapping.Entries)
                    result[entry.Key] = Convert(entry.Value);
                return result;
            case SequenceElement sequence:
                return new JsonArray([.. sequence.Items.Select(Convert)]);
            default:
                string value = ((ScalarElement)element).Text;
                return decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create(value);
        }
    }
}
