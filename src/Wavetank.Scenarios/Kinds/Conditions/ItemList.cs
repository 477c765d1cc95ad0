namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>A list of mappings that all have the same keys.</summary>
/// <param name="Key">The key that holds it where it stands in a mapping.</param>
/// <param name="Keys">What each item may hold.</param>
/// <param name="Create">Makes what an item says; what is wrong is told by a <see cref="FormatException"/>.</param>
internal sealed record ItemList(Section Key, IReadOnlyList<Option> Keys, Func<OptionValues, object> Create);
