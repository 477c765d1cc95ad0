using System.Text.Json;
using Wavetank.Recording.EventLog;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Traces;

/// <summary>What stands in the line of a packet event.</summary>
internal static class TraceLine
{
    /// <summary>When it happened, in nanoseconds.</summary>
    internal static long TimeOf(string line) => (long)(EventLine.Parse(line)?.Number("time") ?? 0);

    /// <summary>The packet: the same number means the same packet, in one run.</summary>
    internal static string? PacketOf(string line) => EventLine.Parse(line) is { } json && json.Number("packet") is { } packet ? $"{packet}" : null;

    /// <summary>The connection or exchange that a packet belongs to, whichever way it goes: protocol, and both ends in a fixed order.</summary>
    internal static string? FlowOf(string line)
    {
        if (EventLine.Parse(line) is not { } json || json.Text("src") is not { } source || json.Text("dst") is not { } destination)
            return null;

        string one = End(source, json, "sport");
        string other = End(destination, json, "dport");
        return string.CompareOrdinal(one, other) < 0 ? $"{json.Text("proto")} {one} and {other}" : $"{json.Text("proto")} {other} and {one}";
    }

    private static string End(string address, JsonElement json, string port) => json.Number(port) is { } number ? $"{address}:{number}" : address;
}
