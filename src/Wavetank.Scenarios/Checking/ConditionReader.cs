using Wavetank.Links;
using Wavetank.Links.Rules;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Reads conditions that are mappings or lists.</summary>
internal sealed class ConditionReader(DeviceIndex devices, Problems problems)
{
    /// <summary>Those of a link, of one of its directions, or of an entry of the timeline.</summary>
    internal IReadOnlyList<ConditionSpec> ReadAll(MappingElement mapping, string path, IEnumerable<Key> keys)
    {
        List<ConditionSpec> specs = [];
        foreach (Key key in keys)
        {
            // A single value of an option is read along with all others.
            if (key.Form is { } form && mapping.Find(key.Name) is { } entry && !(key is Option && entry.Value is not MappingElement)
                && Read(key.Name, form, entry, ElementPath.Key(path, key.Name)) is { } spec)
                specs.Add(spec);
        }

        if (specs.Count == 0)
            return [];
        return specs;
    }

    private ConditionSpec? Read(string condition, ConditionForm form, MappingEntry entry, string path)
    {
        switch (entry.Value)
        {
            case ScalarElement { IsNothing: true }:
                problems.Add(entry.KeyPlace, path, $"has no value; write {condition}: {form.Example}");
                return null;
            case ScalarElement { Text: "none" } when form.None is { } none:
                return new ConditionSpec(condition, null, new OptionValues()) { Apply = none };
            case SequenceElement sequence when form.ListKind is { } kind:
                int count = problems.Count;
                IReadOnlyList<object> items = ReadItems(kind.Items!, sequence, path);
                return problems.Count > count ? null : Make(condition, kind, new OptionValues(), items, entry.Value, path);
            case MappingElement mapping when form.TakesMapping:
                return ReadMapping(condition, form, mapping, path);
            case ScalarElement { Text: var text } name when form.KindKey is { } key && form.Kinds.Find(text) is { } kind:
                IEnumerable<string> options = kind.Options.Where(option => option.IsRequired).Select(option => $", {option.Name}: {option.ValueFormat.Example}");
                problems.Add(name.Place, path, $"\"{text}\" is a kind; write {{ {key.Name}: {text}{string.Concat(options)} }}");
                return null;
            case var other:
                problems.Add(other.Place, path, $"takes a value such as {form.Example}, not {other.Description}");
                return null;
        }
    }

    private ConditionSpec? ReadMapping(string condition, ConditionForm form, MappingElement mapping, string path)
    {
        int count = problems.Count;
        ConditionKind? kind = form.KindKey is null ? form.Kinds.Rows[0] : OptionReader.ReadAhead(mapping, form.KindKey);

        // The options of an unknown kind are unknown too: only the kind is then reported.
        IEnumerable<ConditionKind> kinds = kind is null ? form.Kinds.Rows : [kind];
        Key[] keys = [.. form.KindKey is null ? [] : (Key[])[form.KindKey], .. kinds.SelectMany(KeysOf).DistinctBy(key => key.Name)];
        OptionValues values = OptionReader.Read(mapping, path, kind is null ? [.. keys.Where(key => !key.IsRequired || key == form.KindKey), .. Passing(keys, form)] : keys, problems);
        if (kind is null || problems.Count > count)
            return null;

        IReadOnlyList<object> items = [];
        if (kind.Items is { } list && OptionReader.Section(mapping, list.Key) is { } element)
        {
            string itemsPath = ElementPath.Key(path, list.Key.Name);
            if (element is SequenceElement sequence)
                items = ReadItems(list, sequence, itemsPath);
            else
                problems.Add(element.Place, itemsPath, $"takes a list such as {list.Key.Example}, not {element.Description}");
        }

        return problems.Count > count ? null : Make(condition, kind, values, items, mapping, path);
    }

    private static IEnumerable<Key> KeysOf(ConditionKind kind) => kind.Items is { } items ? [.. kind.Options, items.Key] : kind.Options;

    // Where the kind is not known, nothing of it is missed.
    private static IEnumerable<Key> Passing(IEnumerable<Key> keys, ConditionForm form) =>
        keys.Where(key => key.IsRequired && key != form.KindKey).Select(key => new Section(key.Name, "", ""));

    private List<object> ReadItems(ItemList list, SequenceElement sequence, string path)
    {
        List<object> items = [];
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            string itemPath = ElementPath.Item(path, i);
            if (sequence.Items[i] is not MappingElement mapping)
            {
                problems.Add(sequence.Items[i].Place, itemPath, $"takes a mapping as in {list.Key.Example}, not {sequence.Items[i].Description}");
                continue;
            }

            int count = problems.Count;
            OptionValues values = OptionReader.Read(mapping, itemPath, list.Keys, problems);
            if (problems.Count > count)
                continue;
            try
            {
                object made = list.Create(values);
                items.Add(made);
                if (made is LinkRule rule)
                    CheckHosts(rule, mapping, itemPath);
            }
            catch (FormatException exception)
            {
                problems.Add(mapping.Place, itemPath, exception.Message);
            }
        }

        return items;
    }

    /// <summary>The devices that a rule's filter names.</summary>
    private void CheckHosts(LinkRule rule, MappingElement mapping, string itemPath)
    {
        foreach (string name in rule.Match.HostNames)
        {
            Place place = mapping.Find(RuleKeys.Match.Name)!.Value.Place;
            string path = ElementPath.Key(itemPath, RuleKeys.Match.Name);
            if (devices.Resolve(name, place, path) is not { } found)
                continue;
            if (found.Member is null)
                problems.Add(place, path, $"{Quoted.Text(name)} is a group; a filter names one host, such as {found.Spec.Members[0]}");
            else if (!found.Spec.Kind.HasAddress)
                problems.Add(place, path, $"{Quoted.Text(name)} is a {found.Spec.Kind}, which has no address");
        }
    }

    private ConditionSpec? Make(string condition, ConditionKind kind, OptionValues values, IReadOnlyList<object> items, Element element, string path)
    {
        try
        {
            Func<LinkOptions, LinkOptions> apply = kind.Create(new ConditionArguments(values, items, problems.Folder));
            return new ConditionSpec(condition, kind, values) { Apply = apply };
        }
        catch (ConditionException exception)
        {
            MappingEntry? entry = (element as MappingElement)?.Find(exception.Option.Name);
            problems.Add(entry?.Value.Place ?? element.Place, ElementPath.Key(path, exception.Option.Name), exception.Message);
        }
        catch (FormatException exception)
        {
            problems.Add(element.Place, path, exception.Message);
        }
        catch (ArgumentException exception)
        {
            // The platform adds lines of its own to what a definition says.
            problems.Add(element.Place, path, exception.Message.Split(" (Parameter", 2)[0]);
        }

        return null;
    }
}
