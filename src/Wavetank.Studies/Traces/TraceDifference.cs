namespace Wavetank.Studies.Traces;

/// <summary>Where two runs part.</summary>
/// <param name="Number">The number of the first packet event that differs; 0 where all are the same.</param>
/// <param name="A">Its line in A; null where A has no more.</param>
/// <param name="B">Its line in B; null where B has no more.</param>
/// <param name="Fields">The properties that differ; empty where one side has no more.</param>
/// <param name="Before">The last lines before, which both have.</param>
internal sealed record TraceDifference(long Number, string? A, string? B, IReadOnlyList<FieldDifference> Fields, IReadOnlyList<string> Before)
{
    /// <summary>Packet events that are the same.</summary>
    internal long Common { get; init; }

    /// <summary>The faults of A up to the difference.</summary>
    internal IReadOnlyList<TraceNote> NotesOfA { get; init; } = [];

    /// <summary>The faults of B up to the difference.</summary>
    internal IReadOnlyList<TraceNote> NotesOfB { get; init; } = [];

    /// <summary>Whether the packet events differ.</summary>
    internal bool PacketsDiffer => A is not null || B is not null;

    /// <summary>Whether the faults differ.</summary>
    internal bool NotesDiffer => !NotesOfA.SequenceEqual(NotesOfB);

    /// <summary>Whether only bytes differ that programs gave to their sockets and that were not sent, or the pieces in which they did.</summary>
    internal bool UnsentBytesDiffer { get; init; }

    /// <summary>Whether nothing differs.</summary>
    internal bool IsSame => !PacketsDiffer && !NotesDiffer && !UnsentBytesDiffer;

    /// <summary>Whether the event is the same but for the bytes that the packet carries.</summary>
    internal bool IsPayloadOnly => Fields is [{ Name: "hash" }];
}
