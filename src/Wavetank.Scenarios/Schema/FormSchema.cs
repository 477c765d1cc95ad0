using System.Text.Json.Nodes;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;

namespace Wavetank.Scenarios.Schema;

/// <summary>The schema of a condition that is a mapping or a list.</summary>
internal static class FormSchema
{
    internal static JsonObject Of(ConditionForm form)
    {
        List<JsonObject> alternatives = [];
        if (form.TakesMapping)
            alternatives.AddRange(form.Kinds.Rows.Select(kind => OfMapping(form, kind)));
        if (form.ListKind is { } list)
            alternatives.Add(OfList(list.Items!));
        if (form.None is not null)
            alternatives.Add(SchemaParts.Constant("none"));
        return alternatives.Count == 1 ? alternatives[0] : new JsonObject { ["oneOf"] = new JsonArray([.. alternatives]) };
    }

    private static JsonObject OfMapping(ConditionForm form, ConditionKind kind)
    {
        IEnumerable<Key> keys = kind.Options;
        Dictionary<string, JsonObject> values = [];
        if (form.KindKey is { } kindKey)
        {
            keys = keys.Prepend(kindKey);
            values.Add(kindKey.Name, SchemaParts.Constant(kind.Name));
        }

        if (kind.Items is { } items)
        {
            keys = keys.Append(items.Key);
            values.Add(items.Key.Name, OfList(items));
        }

        JsonObject schema = SchemaParts.Mapping([.. keys], values);
        schema.Insert(0, "title", kind.Name);
        schema.Insert(1, "description", kind.Summary);
        return schema;
    }

    private static JsonObject OfList(ItemList items) => SchemaParts.List(SchemaParts.Mapping(items.Keys, []));
}
