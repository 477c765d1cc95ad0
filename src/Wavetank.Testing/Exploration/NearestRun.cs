using System.Globalization;
using System.Text.Json;
using Wavetank.Engine;
using Wavetank.Recording.EventLog;

namespace Wavetank.Testing.Exploration;

/// <summary>The run that passes and differs least from one that fails, and the first packet event in which they differ.</summary>
/// <param name="What">How it was asked to differ, such as <c>without "crash: server" at 1500 ms</c>.</param>
/// <param name="Difference">Left: of the run that fails; right: of the one that passes. Null where all packets are the same.</param>
internal sealed record NearestRun(string What, EventDifference? Difference)
{
    /// <summary>The events before, and the first that differs, one line each.</summary>
    public string Describe() => Difference is not { } difference
        ? "Every packet is the same in both; they part in what the programs do with them."
        : string.Join('\n', [
            .. difference.Before.Select(line => $"both    {Describe(line)}"),
            $"fails   {Describe(difference.Left)}",
            $"passes  {Describe(difference.Right)}",
        ]);

    private static string Describe(string? line)
    {
        if (line is null)
        {
            return "(nothing more)";
        }

        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement;
        string Text(string name, string before = "", string after = "") => json.TryGetProperty(name, out JsonElement value) ? $"{before}{value}{after}" : "";
        var time = new SimulationTime(json.GetProperty("time").GetInt64());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{time} {Text("event")}{Text("reason", " (", ")")} at {Text("at")}: packet {Text("packet")}, {Text("proto")}{Text("flags", " ")} {Text("src")}{Text("sport", ":")} to {Text("dst")}{Text("dport", ":")}{Text("seq", ", seq ")}{Text("ack", ", ack ")}{Text("payload", ", ", " bytes")}");
    }
}
