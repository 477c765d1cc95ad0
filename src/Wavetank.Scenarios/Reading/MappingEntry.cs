namespace Wavetank.Scenarios.Reading;

/// <summary>A key with its value.</summary>
/// <param name="Key">The key's text.</param>
/// <param name="KeyPlace">Where the key begins.</param>
/// <param name="Value">The value.</param>
internal sealed record MappingEntry(string Key, Place KeyPlace, Element Value);
