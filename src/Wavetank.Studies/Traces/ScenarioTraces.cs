using Wavetank.Packets;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Studies.Traces;

/// <summary>
/// Finds where two scenarios part by running each twice: first with checkpoints of the digest, then with a log of the events around the place,
/// so that runs of any length need neither disk nor memory for their logs.
/// </summary>
/// <param name="running">Called with each run before it starts, so that it can be stopped.</param>
internal sealed class ScenarioTraces(Action<ScenarioRun> running)
{
    /// <exception cref="OperationCanceledException">A run was stopped.</exception>
    /// <exception cref="Wavetank.Engine.Programs.ProgramFailedException">A program failed with anything but an error of the network.</exception>
    internal TraceDifference Compare(Scenario a, Scenario b)
    {
        Observed ofA = Observe(a);
        Observed ofB = Observe(b);
        if (TraceCheckpoints.FirstDifference(ofA.Checkpoints, ofB.Checkpoints) is not { } window)
        {
            return new TraceDifference(0, null, null, [], [])
            {
                Common = ofA.Checkpoints.Events,
                NotesOfA = ofA.Notes,
                NotesOfB = ofB.Notes,
                UnsentBytesDiffer = ofA.Digest != ofB.Digest,
            };
        }

        var options = new EventLogOptions { FirstEvent = Math.Max(1, window.First - TraceComparer.Kept), LastEvent = window.Last };
        TraceDifference difference = TraceComparer.Compare(ReaderOf(Observe(a, options)), ReaderOf(Observe(b, options)));
        long until = Math.Max(TimeOf(difference.A), TimeOf(difference.B));
        return difference with
        {
            Common = difference.Number - 1,
            NotesOfA = [.. ofA.Notes.Where(note => note.Time <= until)],
            NotesOfB = [.. ofB.Notes.Where(note => note.Time <= until)],
        };
    }

    private static long TimeOf(string? line) => line is null ? 0 : TraceLine.TimeOf(line);

    private static TraceReader ReaderOf(Observed observed)
    {
        observed.Log!.Position = 0;
        return new TraceReader("events", new StreamReader(observed.Log));
    }

    private Observed Observe(Scenario scenario, EventLogOptions? options = null)
    {
        using var run = new ScenarioRun(scenario);
        var checkpoints = new TraceCheckpoints();
        var notes = new NoteCollector();
        run.Network.Events.Subscribe(checkpoints);
        run.Network.Events.Subscribe(notes);
        MemoryStream? log = options is null ? null : new MemoryStream();
        using NdjsonEventLog? events = log is null ? null : new NdjsonEventLog(log, run.Network.Events, options, leaveOpen: true);
        if (events is not null)
            run.Network.Events.Subscribe(events);
        running(run);
        if (run.Execute().Outcome == RunOutcome.Stopped)
            throw new OperationCanceledException("The run was stopped.");
        events?.Complete();
        return new Observed(run.Network.Events.DigestText, checkpoints, notes.Notes, log);
    }

    private sealed record Observed(string Digest, TraceCheckpoints Checkpoints, IReadOnlyList<TraceNote> Notes, MemoryStream? Log);

    private sealed class NoteCollector : IPacketObserver
    {
        internal List<TraceNote> Notes { get; } = [];

        public void OnPacket(in PacketEvent packetEvent)
        {
        }

        public void OnNote(NetworkNote note) => Notes.Add(TraceNote.Of(note));
    }
}
