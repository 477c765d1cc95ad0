using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Kinds.Keys;

namespace Wavetank.Scenarios.Schema;

/// <summary>The JSON Schema (2020-12) of scenario files, made from the same tables that the checker uses, so that editors complete and check.</summary>
/// <remarks>
/// Milder than the checker: whether a name is known and a value with a unit in its range is beyond a schema. Stricter in one
/// thing: a whole number stands without quotes.
/// </remarks>
internal static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text, ending with a line feed.</summary>
    internal static string ToJson() => Build().ToJsonString(Indented) + "\n";

    internal static JsonObject Build()
    {
        JsonObject root = SchemaParts.Mapping(ScenarioKeys.All, new()
        {
            [ScenarioKeys.Devices.Name] = Devices(),
            [ScenarioKeys.Topology.Name] = new JsonObject { ["anyOf"] = new JsonArray(SchemaParts.Reference("topology"), SchemaParts.List(SchemaParts.Reference("topology"), minimum: 1)) },
            [ScenarioKeys.Links.Name] = SchemaParts.List(SchemaParts.Reference("link")),
            [ScenarioKeys.Applications.Name] = SchemaParts.List(SchemaParts.Reference("application"), minimum: 1),
            [ScenarioKeys.Timeline.Name] = SchemaParts.List(SchemaParts.Reference("event")),
            [ScenarioKeys.Storm.Name] = SchemaParts.Mapping(StormKeys.All, StormKeys.Faults.ToDictionary(key => key.Name, _ => SchemaParts.Mapping(StormKeys.OfRate, []))),
            [ScenarioKeys.Expect.Name] = SchemaParts.List(Expectation()),
        });

        // Devices come from the one or from the other.
        root["required"]!.AsArray().Remove(root["required"]!.AsArray().First(name => (string?)name == ScenarioKeys.Devices.Name));
        root["anyOf"] = new JsonArray([.. ((string[])[ScenarioKeys.Devices.Name, ScenarioKeys.Topology.Name]).Select(name => new JsonObject { ["required"] = new JsonArray(name) })]);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Wavetank scenario",
            ["description"] = "Devices, the links between them, the applications on them, and what must hold.",
        };
        foreach (KeyValuePair<string, JsonNode?> part in root)
            schema[part.Key] = part.Value?.DeepClone();
        schema["$defs"] = new JsonObject
        {
            ["link"] = Link(),
            ["topology"] = TopologySchema.Of(),
            ["queue"] = Alternatives([ShortQueue(), .. QueueKinds.Table.Rows.Select(Queue)]),
            ["application"] = Alternatives(ApplicationKinds.Table.Rows.Select(Application)),
            ["event"] = Alternatives(ActionKinds.Table.Rows.Select(Event)),
        };
        schema["$defs"]!["links-of-topology"] = SchemaParts.Mapping(TopologyKeys.OfLinks, LinkValues());
        foreach (ConditionForm form in ConditionForms.All)
            schema["$defs"]![form.Definition] = FormSchema.Of(form);
        return schema;
    }

    private static JsonObject Devices() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = NameText.Pattern },
        ["minProperties"] = 1,
        ["additionalProperties"] = SchemaParts.Mapping([.. DeviceKeys.All, .. DeviceKinds.Table.Rows.SelectMany(kind => kind.Options).Distinct()], []),
    };

    private static JsonObject Link()
    {
        Dictionary<string, JsonObject> values = LinkValues();
        values.Add(LinkKeys.Between.Name, SchemaParts.List(SchemaParts.Pattern(NameText.Pattern), minimum: 2, maximum: 2));
        return SchemaParts.Mapping(LinkKeys.All, values);
    }

    /// <summary>What of a link is more than an option.</summary>
    internal static Dictionary<string, JsonObject> LinkValues() => new()
    {
        [LinkKeys.Queue.Name] = SchemaParts.Reference("queue"),
        [LinkKeys.Forward.Name] = Direction(LinkKeys.OfDirection),
        [LinkKeys.Backward.Name] = Direction(LinkKeys.OfDirection),
    };

    private static JsonObject Direction(IReadOnlyList<Key> keys) => SchemaParts.Mapping(keys, new() { [LinkKeys.Queue.Name] = SchemaParts.Reference("queue") });

    private static JsonObject Queue(QueueKind kind)
    {
        JsonObject schema = SchemaParts.Mapping(
            [QueueKeys.Kind, .. kind.Options], new() { [QueueKeys.Kind.Name] = SchemaParts.Constant(kind.Name) });

        // Only one kind, the default, is there without being named: otherwise a queue would be of several kinds.
        if (kind != (QueueKind?)QueueKeys.Kind.DefaultValue)
        {
            var required = schema["required"] as JsonArray ?? [];
            required.Insert(0, QueueKeys.Kind.Name);
            schema["required"] = required;
        }

        return Titled(kind, schema);
    }

    /// <summary>A kind alone, of those that need nothing else.</summary>
    private static JsonObject ShortQueue() => new()
    {
        ["enum"] = new JsonArray([.. QueueKinds.Table.Rows.Where(kind => !kind.Options.Any(option => option.IsRequired)).Select(kind => JsonValue.Create(kind.Name))]),
    };

    private static JsonObject Application(ApplicationKind kind)
    {
        JsonObject schema = SchemaParts.Mapping(
            [.. ApplicationKeys.All, .. kind.Options],
            new() { [ApplicationKeys.Run.Name] = SchemaParts.Constant(kind.Name) });
        if (kind.OneOf.Count > 0)
        {
            schema["oneOf"] = new JsonArray(
                [.. kind.OneOf.Select(o => new JsonObject { ["required"] = new JsonArray(o.Name) })]);
        }

        return Titled(kind, schema);
    }

    private static JsonObject Event(ActionKind kind)
    {
        JsonObject schema = SchemaParts.Mapping([TimelineKeys.At, TimelineKeys.For, kind.Target, .. kind.Keys], kind.ChangesLinks
            ? new()
            {
                [LinkKeys.Queue.Name] = SchemaParts.Reference("queue"),
                [LinkKeys.Forward.Name] = Direction(LinkKeys.ChangeableOfDirection),
                [LinkKeys.Backward.Name] = Direction(LinkKeys.ChangeableOfDirection),
            }
            : []);

        // A list may be absent by its nature; that of the action itself tells the rows apart.
        if (kind.Target.IsList)
            schema["required"] = new JsonArray(TimelineKeys.At.Name, kind.Name);
        if (kind.NeedsOne)
        {
            schema["anyOf"] = new JsonArray(
                [.. kind.Keys.Select(o => new JsonObject { ["required"] = new JsonArray(o.Name) })]);
        }

        return Titled(kind, schema);
    }

    private static JsonObject Expectation()
    {
        const string word = "[a-z]([a-z0-9-]*[a-z0-9])?";
        JsonObject schema = SchemaParts.Pattern($"^ *{word}(\\.(forward|backward))?\\.{word}(\\.{word})? *(<=|>=|==|!=|<|>) *[^ ].*$");
        schema["description"] = "A subject, a metric and, where it has many values, a statistic; an operator; a value: client.round-trip.p99 < 400ms.";
        return schema;
    }

    private static JsonObject Alternatives(IEnumerable<JsonObject> schemas) => new() { ["oneOf"] = new JsonArray([.. schemas]) };

    private static JsonObject Titled(Kind kind, JsonObject schema)
    {
        schema.Insert(0, "title", kind.Name);
        schema.Insert(1, "description", kind.Summary);
        return schema;
    }
}
