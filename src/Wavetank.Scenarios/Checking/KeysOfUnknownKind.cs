using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>
/// The keys of a mapping whose kind is not known, chosen so that what is certainly wrong is reported along with the kind: a key that no
/// kind has, a value that no kind takes.
/// </summary>
internal static class KeysOfUnknownKind
{
    /// <param name="mapping">The mapping.</param>
    /// <param name="common">The keys that every kind has.</param>
    /// <param name="kinds">The options of each kind, by its name.</param>
    /// <param name="written">The name that is not known; null when it is missing or no text.</param>
    internal static IReadOnlyList<Key> Choose(
        MappingElement mapping, IReadOnlyList<Key> common, IReadOnlyList<(string Name, IReadOnlyList<Option> Options)> kinds, string? written)
    {
        string? meant = written is null ? null : Suggestion.Nearest(written, kinds.Select(kind => kind.Name));
        // The kind that was probably meant comes first: its words are the right ones for what every kind refuses.
        Option[] all = [.. kinds.OrderBy(kind => kind.Name != meant).SelectMany(kind => kind.Options)];
        List<Key> keys = [.. common];
        foreach (MappingEntry entry in mapping.Entries.Where(entry => common.All(key => key.Name != entry.Key)))
        {
            Option[] candidates = [.. all.Where(option => option.Name == entry.Key)];
            // Where nothing says which kind was meant, an unknown key may be one of its keys.
            if (candidates.Length == 0 && meant is null)
                keys.Add(LetPass(entry.Key));
            else if (candidates.Length > 0)
                keys.Add(Takes(candidates[0], entry.Value) || !candidates.Any(option => Takes(option, entry.Value)) ? candidates[0] : LetPass(entry.Key));
        }

        // What is absent is not missed, only named beside a key that no kind has.
        keys.AddRange(all.Select(option => option.Name).Distinct().Where(name => keys.All(key => key.Name != name)).Select(LetPass));
        return keys;
    }

    private static bool Takes(Option option, Element value) => value switch
    {
        SequenceElement list => option.IsList && list.Items.All(item => item is ScalarElement scalar && option.TryParse(scalar.Text, out _, out _)),
        ScalarElement scalar => option.TryParse(scalar.Text, out _, out _),
        _ => false,
    };

    private static Key LetPass(string name) => new Section(name, "", "");
}
