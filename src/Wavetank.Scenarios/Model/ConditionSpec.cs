using Wavetank.Links;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;

namespace Wavetank.Scenarios.Model;

/// <summary>A condition of a link that one value does not describe.</summary>
/// <param name="Condition">The key: <c>loss</c>, <c>delay</c>, <c>schedule</c>, …</param>
/// <param name="Kind">What it is; null where it is <c>none</c>.</param>
/// <param name="Options">What the scenario sets.</param>
public sealed record ConditionSpec(string Condition, ConditionKind? Kind, OptionValues Options)
{
    /// <summary>Puts it in place of what a link's options say.</summary>
    internal Func<LinkOptions, LinkOptions> Apply { get; init; } = static options => options;
}
