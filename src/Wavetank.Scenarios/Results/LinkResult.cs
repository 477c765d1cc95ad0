namespace Wavetank.Scenarios.Results;

/// <summary>A link of the scenario, or a group of like links.</summary>
/// <param name="Name">The name in the scenario.</param>
/// <param name="Forward">From the first device, or group, to the second; of all members together.</param>
/// <param name="Backward">From the second device, or group, to the first; of all members together.</param>
/// <param name="Members">The links themselves; one where it is no group.</param>
public sealed record LinkResult(
    string Name, DirectionResult Forward, DirectionResult Backward, IReadOnlyList<LinkMemberResult> Members);
