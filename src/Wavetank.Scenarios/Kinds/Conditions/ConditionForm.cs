using Wavetank.Links;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>How a condition is written where one value does not say enough: as a mapping, or as a list of mappings.</summary>
/// <param name="Definition">Its name in the schema.</param>
/// <param name="Kinds">The kinds of mappings.</param>
/// <param name="Example">A value that is right, in flow style.</param>
internal sealed record ConditionForm(string Definition, KindTable<ConditionKind> Kinds, string Example)
{
    /// <summary>The key that names the kind; null where there is only one.</summary>
    internal Option<ConditionKind>? KindKey { get; init; }

    /// <summary>The kind that a list alone means; null where it may not be a list.</summary>
    internal ConditionKind? ListKind { get; init; }

    /// <summary>Whether it may be a mapping.</summary>
    internal bool TakesMapping { get; init; } = true;

    /// <summary>What <c>none</c> means; null where it is not understood.</summary>
    internal Func<LinkOptions, LinkOptions>? None { get; init; }
}
