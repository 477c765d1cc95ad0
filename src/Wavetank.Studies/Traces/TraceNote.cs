using System.Text.Json;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Traces;

/// <summary>The begin or end of a fault, as a log has it.</summary>
/// <param name="Time">When, in nanoseconds.</param>
/// <param name="IsBegin">Whether it begins.</param>
/// <param name="Kind">What: <c>cut</c>.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Details">What else there is to say; null for nothing.</param>
internal sealed record TraceNote(long Time, bool IsBegin, string Kind, string Target, string? Details)
{
    private const string Begins = "fault-begins";
    private const string Ends = "fault-ends";

    internal static TraceNote Of(NetworkNote note) => new(note.Time.Nanoseconds, note.IsBegin, note.Kind, note.Target, note.Details);

    /// <summary>The note that a line is; null for another line.</summary>
    internal static TraceNote? Read(JsonElement line) => line.Text("event") is Begins or Ends
        ? new TraceNote((long)(line.Number("time") ?? 0), line.Text("event") == Begins, line.Text("fault") ?? "", line.Text("target") ?? "", line.Text("details"))
        : null;

    /// <summary>The note for people: <c>5.000000000 s cut begins at core-server (loss: 30%)</c>.</summary>
    public override string ToString() =>
        $"{new SimulationTime(Time)} {Kind} {(IsBegin ? "begins" : "ends")}: {Target}{(Details is null ? "" : $" ({Details})")}";
}
