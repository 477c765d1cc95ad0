using System.Globalization;
using System.Text;
using Wavetank.Engine;
using Wavetank.Recording.EventLog;

namespace Wavetank.Studies.Traces;

/// <summary>Tells people where two runs part, and what led to it.</summary>
/// <param name="difference">The difference.</param>
/// <param name="before">How many events before it are told.</param>
internal sealed class TraceWords(TraceDifference difference, int before)
{
    private readonly StringBuilder _text = new();

    internal string Write()
    {
        Line(Headline());
        if (difference.PacketsDiffer)
        {
            Line("");
            AppendSides();
            AppendFields();
        }

        AppendNotes();
        if (difference.PacketsDiffer)
            AppendBefore();
        return _text.ToString();
    }

    private string Headline()
    {
        string events = string.Create(CultureInfo.InvariantCulture, $"{difference.Common:N0} packet {(difference.Common == 1 ? "event" : "events")}");
        if (difference.IsSame)
            return $"A and B are the same: {events}{Faults()}.";
        if (!difference.PacketsDiffer)
        {
            return difference.NotesDiffer
                ? $"The {events} are the same; the faults differ."
                : $"The {events} are the same; what differs are bytes that programs gave to their sockets and that were not sent, or the pieces in which they gave them.";
        }

        string place = string.Create(CultureInfo.InvariantCulture, $"The first packet event that differs is number {difference.Number:N0}, at {TimeOfFirst()}");
        return $"{place}: {What()}.";
    }

    private string Faults()
    {
        int number = difference.NotesOfA.Count(note => note.IsBegin);
        return number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {number} {(number == 1 ? "fault" : "faults")}");
    }

    /// <summary>The difference in a few words, by what it consists of.</summary>
    private string What()
    {
        if (difference.A is null || difference.B is null)
            return $"{(difference.A is null ? "A" : "B")} has no more, {(difference.A is null ? "B" : "A")} goes on";
        if (difference.IsPayloadOnly)
            return "the same packet carries other bytes";
        HashSet<string> fields = [.. difference.Fields.Select(field => field.Name)];
        if (fields.SetEquals(["time"]))
            return "the same event, at another time";
        string? packet = TraceLine.PacketOf(difference.A);
        if (difference.Elsewhere is { } elsewhere)
            return $"{(elsewhere.Side == "A" ? "B" : "A")} has an event of packet {elsewhere.Packet} that {elsewhere.Side} has not, or has later";
        return fields.Overlaps(["event", "reason", "at"]) ? $"packet {packet} fares otherwise" : $"packet {packet} says something else";
    }

    private SimulationTime TimeOfFirst() =>
        new(Math.Min(difference.A is { } a ? TraceLine.TimeOf(a) : long.MaxValue, difference.B is { } b ? TraceLine.TimeOf(b) : long.MaxValue));

    private void AppendSides()
    {
        Line($"  A  {EventLine.Words(difference.A)}");
        Line($"  B  {EventLine.Words(difference.B)}");
        if (difference.Elsewhere is not { } elsewhere)
            return;
        Line("");
        Line(elsewhere.Line is { } line
            ? $"In {elsewhere.Side}, packet {elsewhere.Packet} is next seen so: {EventLine.Words(line)}."
            : string.Create(CultureInfo.InvariantCulture, $"In {elsewhere.Side}, packet {elsewhere.Packet} is not seen again in the next {TraceComparer.Kept:N0} events."));
    }

    private void AppendFields()
    {
        if (difference.Fields.Count == 0)
            return;
        Line("");

        // Values of two packets that have nothing to do with each other explain nothing.
        if (difference.Elsewhere is not null)
        {
            Line($"What differs: {string.Join(", ", difference.Fields.Select(field => field.Name))}.");
            return;
        }

        Line("What differs:");
        int width = difference.Fields.Max(field => field.Name.Length) + 2;
        int widthOfA = difference.Fields.Max(field => Value(field, field.A).Length) + 2;
        foreach (FieldDifference field in difference.Fields)
            Line($"  {field.Name.PadRight(width)}A {Value(field, field.A).PadRight(widthOfA)}B {Value(field, field.B)}");
    }

    private static string Value(FieldDifference field, string? value) =>
        value is null ? "-"
        : field.Name == "time" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long time) ? new SimulationTime(time).ToString()
        : value;

    private void AppendNotes()
    {
        TraceNote[] common = [.. difference.NotesOfA.Intersect(difference.NotesOfB)];
        AppendNotes("Faults that only A has had until then:", difference.NotesOfA.Except(common));
        AppendNotes("Faults that only B has had until then:", difference.NotesOfB.Except(common));
        AppendNotes("Faults that both have had until then:", difference.IsSame ? [] : common);
    }

    private void AppendNotes(string title, IEnumerable<TraceNote> notes)
    {
        TraceNote[] all = [.. notes];
        if (all.Length == 0)
            return;
        Line("");
        Line(title);
        if (all.Length > before && before > 0)
            Line(string.Create(CultureInfo.InvariantCulture, $"  ({all.Length - before} earlier)"));
        foreach (TraceNote note in all.TakeLast(Math.Max(1, before)))
            Line($"  {note}");
    }

    private void AppendBefore()
    {
        if (before == 0)
            return;
        string[] last = [.. difference.Before.TakeLast(before)];
        Line("");
        if (last.Length == 0)
        {
            Line("Nothing came before it.");
            return;
        }

        Line(last.Length == difference.Common ? "All that came before it, the same in both:" : $"The last {last.Length} packet events before it, the same in both:");
        foreach (string line in last)
            Line($"  {EventLine.Words(line)}");
        foreach (string flow in new[] { difference.A, difference.B }.OfType<string>().Select(TraceLine.FlowOf).OfType<string>().Distinct())
            AppendFlow(flow, last);
    }

    /// <summary>What the connection did, where that does not stand among the last events already.</summary>
    private void AppendFlow(string flow, string[] shown)
    {
        string[] ofFlow = [.. difference.Before.Where(line => TraceLine.FlowOf(line) == flow).TakeLast(before)];
        if (ofFlow.All(line => shown.Contains(line)))
            return;
        Line("");
        Line($"The last {ofFlow.Length} of {flow}:");
        foreach (string line in ofFlow)
            Line($"  {EventLine.Words(line)}");
    }

    private void Line(string text) => _text.Append(text).Append('\n');
}
