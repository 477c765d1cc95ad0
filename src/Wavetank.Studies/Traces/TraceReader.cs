using System.Text.Json;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Traces;

/// <summary>Reads a log of events, packet event by packet event; what it says of faults is set aside.</summary>
/// <param name="name">What the log is called.</param>
/// <param name="lines">The log.</param>
internal sealed class TraceReader(string name, TextReader lines)
{
    private const string FaultMark = "\"event\":\"fault-";

    private readonly List<TraceNote> _notes = [];
    private long _line;

    /// <summary>The begins and ends of faults up to here.</summary>
    internal IReadOnlyList<TraceNote> Notes => _notes;

    /// <summary>Packet events read.</summary>
    internal long PacketEvents { get; private set; }

    /// <summary>The line of the next packet event; null at the end.</summary>
    /// <exception cref="TraceException">The log is none.</exception>
    internal string? Next()
    {
        while (lines.ReadLine() is { } line)
        {
            _line++;

            // Lines are compared as text; only the first is looked at whole, and those that tell of faults.
            if (_line > 1 && !line.Contains(FaultMark, StringComparison.Ordinal))
            {
                PacketEvents++;
                return line;
            }

            JsonElement json = Parse(line);
            if (TraceNote.Read(json) is { } note)
            {
                _notes.Add(note);
                continue;
            }

            if (json.Text("event") is null || json.Text("at") is null)
                throw NoLog();
            PacketEvents++;
            return line;
        }

        return null;
    }

    private JsonElement Parse(string line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            throw NoLog();
        }
    }

    private TraceException NoLog() =>
        new($"{name}:{_line}: is no line of an event log; make one with wavetank run SCENARIO --out DIR --events");
}
