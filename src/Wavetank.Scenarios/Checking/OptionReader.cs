using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Reads a mapping by the description of its keys; reports unknown keys, wrong values and missing keys.</summary>
internal static class OptionReader
{
    /// <summary>Reads the options; sections are left to their own checkers, which find them with <see cref="Section"/>.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="path">Its path.</param>
    /// <param name="keys">The keys that it may hold.</param>
    /// <param name="problems">Where problems go.</param>
    internal static OptionValues Read(MappingElement mapping, string path, IReadOnlyList<Key> keys, Problems problems)
    {
        var values = new OptionValues();
        HashSet<string> misspelt = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in mapping.Entries)
        {
            string entryPath = ElementPath.Key(path, entry.Key);
            Key? key = keys.FirstOrDefault(k => k.Name == entry.Key);
            if (key is null)
            {
                IEnumerable<string> known = keys.Select(k => k.Name);
                problems.Add(entry.KeyPlace, entryPath, $"{Quoted.Text(entry.Key)} is not a known key{KnownNames.Tail(entry.Key, known)}");
                if (Suggestion.Nearest(entry.Key, known) is { } meant)
                    misspelt.Add(meant);
            }
            else if (key is Option option)
                ReadOne(entry, option, entryPath, values, problems);
        }

        foreach (Key key in keys)
        {
            // A key that is only misspelt has been reported under the name it has.
            if (key.IsRequired && !misspelt.Contains(key.Name) && IsAbsent(mapping, key))
                problems.Add(mapping.Place, path, DescribeMissing(key));
        }

        return values;
    }

    /// <summary>Reads one option ahead of the others: the one that decides which others there are.</summary>
    internal static T? ReadAhead<T>(MappingElement mapping, Option<T> option)
        where T : class =>
        mapping.Find(option.Name) is { Value: ScalarElement scalar } && option.TryParse(scalar.Text, out object? value, out _)
            ? (T?)value
            : null;

    /// <summary>The value of a section; null when the section is absent or holds nothing.</summary>
    internal static Element? Section(MappingElement mapping, Key section) =>
        mapping.Find(section.Name)?.Value is { } value and not ScalarElement { IsNothing: true } ? value : null;

    private static void ReadOne(MappingEntry entry, Option option, string path, OptionValues values, Problems problems)
    {
        if (option.IsList)
        {
            ReadList(entry, option, path, values, problems);
            return;
        }

        if (entry.Value is MappingElement && option.Form is not null)
            return;

        if (entry.Value is not ScalarElement scalar)
        {
            problems.Add(entry.Value.Place, path, $"takes a value such as {option.ValueFormat.Example}, not {entry.Value.Description}");
            return;
        }

        if (scalar.IsNothing)
            problems.Add(entry.KeyPlace, path, $"has no value; write {option.Name}: {option.ValueFormat.Example}");
        else if (TryRead(option, scalar.Text, problems.Folder, out object? value, out string? problem))
            values.Add(option, value!);
        else
            problems.Add(scalar.Place, path, problem!);
    }

    private static bool TryRead(Option option, string text, string folder, out object? value, out string? problem)
    {
        bool ok = option.TryParse(text, out value, out problem);
        if (ok && value is Units.IReadsFile file)
            value = file.Load(folder, out problem);
        return ok && problem is null;
    }

    private static void ReadList(MappingEntry entry, Option option, string path, OptionValues values, Problems problems)
    {
        List<Element> elements = entry.Value is SequenceElement sequence ? sequence.Items : [entry.Value];
        List<object> items = [];
        for (int i = 0; i < elements.Count; i++)
        {
            string itemPath = entry.Value is SequenceElement ? ElementPath.Item(path, i) : path;
            if (elements[i] is not ScalarElement { IsNothing: false } scalar)
                problems.Add(elements[i].Place, itemPath, $"takes a list such as [{option.ValueFormat.Example}], not {elements[i].Description}");
            else if (option.TryParse(scalar.Text, out object? value, out string? problem))
                items.Add(value!);
            else
                problems.Add(scalar.Place, itemPath, problem!);
        }

        values.Add(option, new ListValue(items));
    }

    private static bool IsAbsent(MappingElement mapping, Key key) =>
        key is Option ? mapping.Find(key.Name) is null : Section(mapping, key) is null;

    private static string DescribeMissing(Key key) =>
        $"lacks the key {Quoted.Text(key.Name)}; write, for example, {key.Name}: {ExampleOf(key)}";

    private static string ExampleOf(Key key) => key is Option option ? option.ValueFormat.Example : ((Section)key).Example;
}
