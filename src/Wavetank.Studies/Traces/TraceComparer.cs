using System.Text.Json;

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
                return new TraceDifference(TraceLine.NumberOf(one ?? other!) ?? number, one, other, DifferingFields(one, other), [.. common])
                {
                    Common = number - 1,
                    NotesOfA = a.Notes,
                    NotesOfB = b.Notes,
                };
            }

            common.Enqueue(one!);
            if (common.Count > Kept)
                common.Dequeue();
        }
    }

    private static List<FieldDifference> DifferingFields(string? a, string? b)
    {
        List<FieldDifference> fields = [];
        if (a is null || b is null || TraceLine.Parse(a) is not { } one || TraceLine.Parse(b) is not { } other)
            return fields;
        foreach (JsonProperty property in one.EnumerateObject())
        {
            string? value = other.TryGetProperty(property.Name, out JsonElement found) ? found.ToString() : null;
            if (value != property.Value.ToString())
                fields.Add(new FieldDifference(property.Name, property.Value.ToString(), value));
        }

        foreach (JsonProperty property in other.EnumerateObject())
        {
            if (!one.TryGetProperty(property.Name, out _))
                fields.Add(new FieldDifference(property.Name, null, property.Value.ToString()));
        }

        return fields;
    }
}
