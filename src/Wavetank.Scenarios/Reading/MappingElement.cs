namespace Wavetank.Scenarios.Reading;

/// <summary>A mapping from keys to values, in the order of the file.</summary>
internal sealed class MappingElement(Place place) : Element(place)
{
    private readonly List<MappingEntry> _entries = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    internal IReadOnlyList<MappingEntry> Entries => _entries;

    internal override string Description => "a mapping";

    internal MappingEntry? Find(string key) => _indexes.TryGetValue(key, out int index) ? _entries[index] : null;

    /// <summary>Adds an entry, or replaces the one of the same key.</summary>
    internal void Set(MappingEntry entry)
    {
        if (_indexes.TryGetValue(entry.Key, out int index))
        {
            _entries[index] = entry;
            return;
        }

        _indexes.Add(entry.Key, _entries.Count);
        _entries.Add(entry);
    }
}
