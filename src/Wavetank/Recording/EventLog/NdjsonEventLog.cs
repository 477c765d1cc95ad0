using System.Text.Json;
using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>
/// Writes one line of JSON for each packet event: <c>n</c> (the event's number in the run), <c>time</c> (nanoseconds), <c>event</c>,
/// <c>at</c> (the path of the place), <c>reason</c> (of a drop), and the packet with all its headers and a hash of its payload. A fault
/// that begins or ends has a line too, with <c>time</c>, <c>event</c>, <c>fault</c>, <c>target</c> and perhaps <c>details</c>.
/// </summary>
/// <remarks>
/// The same run gives the same bytes, so two logs can be compared line by line: <see cref="EventLogComparer"/>. Pass it to
/// <see cref="PacketEvents.Subscribe"/>. If the stream fails, the run goes on without the log; <see cref="Complete"/> throws.
/// </remarks>
public sealed class NdjsonEventLog : IPacketObserver, IDisposable
{
    private readonly RecordingStream _output;
    private readonly PacketEvents _events;
    private readonly EventLogOptions _options;
    private readonly Utf8JsonWriter _json;
    private readonly PacketJson _packetJson = new();
    private long _number;

    /// <summary>Begins a log.</summary>
    /// <param name="stream">Where it is written to, as UTF-8 with a line feed behind each event.</param>
    /// <param name="events">The packet events of the run, for the names of places.</param>
    /// <param name="options">What is taken in; null means all events.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the log is disposed.</param>
    public NdjsonEventLog(Stream stream, PacketEvents events, EventLogOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(events);
        _output = new RecordingStream(stream, "event log", leaveOpen);
        _events = events;
        _options = options ?? new EventLogOptions();
        _json = new Utf8JsonWriter(_output, new JsonWriterOptions { SkipValidation = true });
    }

    /// <inheritdoc/>
    public void OnPacket(in PacketEvent packetEvent)
    {
        _number++;
        if (_number < _options.FirstEvent || _number > _options.LastEvent || _output.IsClosed)
        {
            return;
        }

        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("n", _number);
        _json.WriteNumber("time", packetEvent.Time.Nanoseconds);
        _json.WriteString("event", EventNames.Of(packetEvent.Kind));
        _json.WriteString("at", _events.Points[packetEvent.Point].Path);
        if (packetEvent.Reason != DropReason.None)
        {
            _json.WriteString("reason", DropReasonNames.Of(packetEvent.Reason));
        }

        _packetJson.Write(_json, packetEvent.Packet);
        EndLine();
    }

    /// <inheritdoc/>
    public void OnNote(NetworkNote note)
    {
        ArgumentNullException.ThrowIfNull(note);

        // It is no packet event, so it has no number; it stands with the event that comes next.
        if (_number + 1 < _options.FirstEvent || _number >= _options.LastEvent || _output.IsClosed)
        {
            return;
        }

        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("time", note.Time.Nanoseconds);
        _json.WriteString("event", note.IsBegin ? "fault-begins" : "fault-ends");
        _json.WriteString("fault", note.Kind);
        _json.WriteString("target", note.Target);
        if (note.Details is not null)
        {
            _json.WriteString("details", note.Details);
        }

        EndLine();
    }

    /// <summary>Writes what is left. The log takes in nothing afterwards; later calls do nothing.</summary>
    /// <exception cref="IOException">The stream failed, now or during the run; the log ends where it did.</exception>
    public void Complete() => _output.Complete();

    /// <summary>Completes the log and closes the stream, unless it is to stay open.</summary>
    /// <exception cref="IOException">The stream failed and <see cref="Complete"/> was not called before.</exception>
    public void Dispose()
    {
        try
        {
            Complete();
        }
        finally
        {
            _output.Dispose();
            _json.Dispose();
        }
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _output.GetSpan(1)[0] = (byte)'\n';
        _output.Advance(1);
    }
}
