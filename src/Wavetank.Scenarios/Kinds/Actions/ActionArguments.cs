using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>What a row of the table of actions gets to make its faults.</summary>
/// <param name="Values">What the scenario sets.</param>
/// <param name="Details">Conditions of links that one value does not describe.</param>
/// <param name="Targets">What it happens to.</param>
internal sealed record ActionArguments(OptionValues Values, IReadOnlyList<ConditionSpec> Details, ActionTargets Targets);
