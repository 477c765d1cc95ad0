using System.Text.Json;
using Wavetank.Recording.EventLog;

namespace Wavetank.Studies.Traces;

/// <summary>Finds where two logs part, reading them side by side: memory does not grow with their length.</summary>
internal static class TraceComparer
{
    /// <summary>How many common lines are kept, in which what led to the difference is looked for.</summary>
    internal const int Kept = 10_000;

    /// <exception cref="TraceException">One of the two is no log.</exception>
    internal static TraceDifference Compare(TraceReader a, TraceReader b)
    {
        var common = new Queue<string>();
        long number = 0;
        while (true)
        {
            string? one = a.Next();
            string? other = b.Next();
            number++;
            if (one is null && other is null)
                return new TraceDifference(0, null, null, [], []) { Common = number - 1, NotesOfA = a.Notes, NotesOfB = b.Notes };
            if (one != other)
            {
                TraceNote[] notesOfA = [.. a.Notes];
                TraceNote[] notesOfB = [.. b.Notes];
                return new TraceDifference(EventLine.NumberOf(one ?? other!) ?? number, one, other, DifferingFields(one, other), [.. common])
                {
                    Common = number - 1,
                    NotesOfA = notesOfA,
                    NotesOfB = notesOfB,
                    Elsewhere = one is null || other is null ? null : Elsewhere(one, other, a, b),
                };
            }

            common.Enqueue(one!);
            if (common.Count > Kept)
                common.Dequeue();
        }
    }

    /// <summary>Where the two speak of different packets: what the side whose event is later says next of the packet of the earlier one.</summary>
    private static PacketElsewhere? Elsewhere(string one, string other, TraceReader a, TraceReader b)
    {
        bool isInA = TraceLine.TimeOf(other) <= TraceLine.TimeOf(one);
        if (TraceLine.PacketOf(one) == TraceLine.PacketOf(other) || TraceLine.PacketOf(isInA ? other : one) is not { } packet)
            return null;

        TraceReader later = isInA ? a : b;
        string mark = $"\"packet\":{packet},";
        for (int i = 0; i < Kept && later.Next() is { } line; i++)
        {
            if (line.Contains(mark, StringComparison.Ordinal))
                return new PacketElsewhere(isInA ? "A" : "B", packet, line);
        }

        return new PacketElsewhere(isInA ? "A" : "B", packet, null);
    }

    private static FieldDifference[] DifferingFields(string? a, string? b)
    {
        JsonElement? one = EventLine.Parse(a), other = EventLine.Parse(b);
        return [.. EventLine.DifferingFields(a, b).Select(name => new FieldDifference(name, Value(one, name), Value(other, name)))];

        static string? Value(JsonElement? line, string name) => line!.Value.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;
    }
}
