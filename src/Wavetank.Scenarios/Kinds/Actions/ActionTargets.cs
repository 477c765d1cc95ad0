namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>What an entry of the timeline names, down to the single links and hosts.</summary>
/// <param name="Names">The links or hosts; those of the first set, where there are two.</param>
/// <param name="Others">The hosts of the second set.</param>
/// <param name="Port">The port; zero where none is named.</param>
internal sealed record ActionTargets(IReadOnlyList<string> Names, IReadOnlyList<string> Others, int Port = 0);
