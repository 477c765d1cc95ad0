using System.Text.Json;
using Wavetank.Engine;

namespace Wavetank.Recording.EventLog;

/// <summary>Reads a line of an event log again, as far as it can be read.</summary>
internal static class EventLine
{
    /// <summary>The event's number, or null where the line has none.</summary>
    public static long? NumberOf(string? line) =>
        Parse(line) is { } json ? Whole(json, "n") : null;

    /// <summary>When, what and where, such as <c>, 0.050000000 s, sent at link/client-server/forward, packet 12</c>.</summary>
    public static string Place(string? line) =>
        Parse(line) is { } json
        && Whole(json, "time") is { } time
        && json.TryGetProperty("event", out JsonElement kind)
        && json.TryGetProperty("at", out JsonElement at)
        && json.TryGetProperty("packet", out JsonElement packet)
            ? $", {new SimulationTime(time)}, {kind} at {at}, packet {packet}"
            : "";

    /// <summary>A packet event in a line for people, such as <c>0.050000000 s sent at link/client-server/forward: packet 12, udp 10.0.0.1:5000 to 10.0.0.2:7, 64 bytes</c>.</summary>
    public static string Words(string? line)
    {
        if (Parse(line) is not { } json || Whole(json, "time") is not { } time)
        {
            return line ?? "(nothing more)";
        }

        string Value(string name, string before = "", string after = "") => json.TryGetProperty(name, out JsonElement value) ? $"{before}{value}{after}" : "";
        return $"{new SimulationTime(time)} {Value("event")}{Value("reason", " (", ")")} at {Value("at")}: packet {Value("packet")}, {Value("proto")}{Value("flags", " ")} "
            + $"{Value("src")}{Value("sport", ":")} to {Value("dst")}{Value("dport", ":")}{Value("seq", ", seq ")}{Value("ack", ", ack ")}{Value("payload", ", ", " bytes")}";
    }

    /// <summary>The properties that differ or that only one line has, in the order of the lines.</summary>
    public static IReadOnlyList<string> DifferingFields(string? left, string? right)
    {
        if (Parse(left) is not { } one || Parse(right) is not { } other)
        {
            return [];
        }

        List<string> fields = [];
        foreach (JsonProperty property in one.EnumerateObject())
        {
            if (!other.TryGetProperty(property.Name, out JsonElement value) || value.GetRawText() != property.Value.GetRawText())
            {
                fields.Add(property.Name);
            }
        }

        foreach (JsonProperty property in other.EnumerateObject())
        {
            if (!one.TryGetProperty(property.Name, out _))
            {
                fields.Add(property.Name);
            }
        }

        return fields;
    }

    /// <summary>The line's properties, or null where it is no event.</summary>
    public static JsonElement? Parse(string? line)
    {
        try
        {
            return line is null || JsonElement.Parse(line) is not { ValueKind: JsonValueKind.Object } json ? null : json;
        }
        catch (JsonException)
        {
            // Not an event log: the lines are then compared as they are.
            return null;
        }
    }

    // A log that somebody edited may hold anything.
    private static long? Whole(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 0 ? number : null;
}
