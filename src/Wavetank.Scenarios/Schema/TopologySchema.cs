using System.Text.Json.Nodes;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Topologies;

namespace Wavetank.Scenarios.Schema;

/// <summary>The schema of a topology: one alternative for each kind.</summary>
internal static class TopologySchema
{
    internal static JsonObject Of() => new() { ["oneOf"] = new JsonArray([.. TopologyKinds.Table.Rows.Select(Of)]) };

    private static JsonObject Of(TopologyKind kind)
    {
        Dictionary<string, JsonObject> values = new()
        {
            [TopologyKeys.Kind.Name] = SchemaParts.Constant(kind.Name),
            [TopologyKeys.Host.Name] = SchemaParts.Mapping(TopologyKeys.OfHosts, []),
            [TopologyKeys.Router.Name] = SchemaParts.Mapping(TopologyKeys.OfRouters, []),
        };
        foreach (string group in kind.LinkGroups)
            values.Add(TopologyKeys.NameOf(group), SchemaParts.Reference("links-of-topology"));

        JsonObject schema = SchemaParts.Mapping([.. TopologyKeys.All, .. kind.Keys], values);

        // A file says by its name that it is one.
        if (kind != ImportedGraph.Import)
        {
            var required = schema["required"] as JsonArray ?? [];
            required.Insert(0, TopologyKeys.Kind.Name);
            schema["required"] = required;
        }

        schema.Insert(0, "title", kind.Name);
        schema.Insert(1, "description", kind.Summary);
        return schema;
    }
}
