using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>What a row of the table of actions gets to make its faults.</summary>
/// <param name="Values">What the scenario sets.</param>
/// <param name="Changes">What it says of the conditions of links; null where the action does not take them.</param>
/// <param name="ChangesText">The same in words for people.</param>
/// <param name="Targets">What it happens to.</param>
internal sealed record ActionArguments(OptionValues Values, LinkChanges? Changes, string ChangesText, ActionTargets Targets);
