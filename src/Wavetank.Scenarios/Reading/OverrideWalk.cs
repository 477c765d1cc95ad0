using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>Follows one override's path through the elements and sets the value at its end.</summary>
/// <remarks>
/// Only the way to the value is checked here. The last key is set even when it is unknown: the checker then reports it with
/// the known keys, as it does for the file's own.
/// </remarks>
internal sealed class OverrideWalk(Element root, Place place)
{
    /// <returns>What is wrong with the path; null when the value is set.</returns>
    internal string? Set(IReadOnlyList<OverrideStep> steps, string text)
    {
        Element current = root;
        string walked = "";
        for (int i = 0; i < steps.Count - 1; i++)
        {
            if (Step(current, steps[i], walked, out string? problem) is not { } next)
                return problem;
            current = next;
            walked = PathAfter(walked, steps[i]);
        }

        OverrideStep last = steps[^1];
        if (!TryReadValue(text, out Element? value, out string? badValue))
            return badValue;

        switch (current)
        {
            case MappingElement mapping when last.Name is not null:
                mapping.Set(new MappingEntry(last.Name, place, value!));
                return null;
            case SequenceElement sequence when last.Name is null && last.Index < sequence.Items.Count:
                sequence.Items[last.Index] = value!;
                return null;
            default:
                Step(current, last, walked, out string? problem);
                return problem ?? $"names an item of a list as a whole; name one of its keys, such as {PathAfter(walked, last)}.KEY";
        }
    }

    private Element? Step(Element current, OverrideStep step, string walked, out string? problem)
    {
        problem = null;
        string here = walked.Length == 0 ? "the scenario" : walked;
        switch (current)
        {
            case MappingElement mapping when step.Name is not null:
                if (mapping.Find(step.Name) is { Value: not ScalarElement { IsNothing: true } } entry)
                    return entry.Value;
                if (SectionKeys.IsMapping(step.Name))
                    return AddMapping(mapping, step.Name);
                problem = $"{here} has no {Quoted.Text(step.Name)}{KnownNames.Tail(step.Name, mapping.Entries.Select(e => e.Key))}";
                return null;
            case SequenceElement sequence when step.Name is not null:
                if (SequenceNames.Find(sequence, step.Name) is { } named)
                    return named;
                problem = step.Name.All(char.IsAsciiDigit)
                    ? $"{here} is a list; write the number of its item in brackets: {here}[{Quoted.Plain(step.Name)}]"
                    : $"{here} has no {Quoted.Text(step.Name)}{KnownNames.Tail(step.Name, SequenceNames.All(sequence))}";
                return null;
            case SequenceElement sequence:
                if (step.Index < sequence.Items.Count)
                    return sequence.Items[step.Index];
                problem = sequence.Items.Count == 0
                    ? $"{here} has no items"
                    : $"{here} has no item {step.Index} (known: 0 to {sequence.Items.Count - 1})";
                return null;
            default:
                problem = current is MappingElement
                    ? $"{here} is a mapping, not a list; name one of its keys with a dot"
                    : $"{here} is {current.Description}, which has no parts";
                return null;
        }
    }

    private MappingElement AddMapping(MappingElement parent, string key)
    {
        var added = new MappingElement(place);
        parent.Set(new MappingEntry(key, place, added));
        return added;
    }

    private bool TryReadValue(string text, out Element? value, out string? problem)
    {
        problem = null;
        value = new ScalarElement(place, text);
        if (text is not (['{', ..] or ['[', ..]))
            return true;

        // A whole list or mapping in flow style, for example a queue: {kind: fifo, limit: 10 packets}.
        var problems = new Problems("");
        try
        {
            value = Replace(ElementReader.Read(text, problems));
            problems.ThrowIfAny();
            return true;
        }
        catch (ScenarioException exception)
        {
            problem = exception.Problems[0].Message;
            return false;
        }
    }

    // Lines and columns within an override say nothing to the user; the override itself does.
    private Element Replace(Element element)
    {
        switch (element)
        {
            case MappingElement mapping:
                var newMapping = new MappingElement(place);
                foreach (MappingEntry entry in mapping.Entries)
                    newMapping.Set(new MappingEntry(entry.Key, place, Replace(entry.Value)));
                return newMapping;
            case SequenceElement sequence:
                var newSequence = new SequenceElement(place);
                newSequence.Items.AddRange(sequence.Items.Select(Replace));
                return newSequence;
            default:
                return new ScalarElement(place, ((ScalarElement)element).Text);
        }
    }

    private static string PathAfter(string walked, OverrideStep step) =>
        step.Name is null ? ElementPath.Item(walked, step.Index) : ElementPath.Key(walked, step.Name);
}
