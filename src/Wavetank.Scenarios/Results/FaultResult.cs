using Wavetank.Engine;

namespace Wavetank.Scenarios.Results;

/// <summary>Something that went wrong, or was changed, in the course of a run.</summary>
/// <param name="Kind">What, as a timeline names it: <c>cut</c>.</param>
/// <param name="Target">To what: <c>client-server</c>.</param>
/// <param name="Details">What else there is to say: <c>loss: 30%</c>; null for nothing.</param>
/// <param name="Begin">When it began.</param>
/// <param name="End">When it ended; null where it did not.</param>
public sealed record FaultResult(string Kind, string Target, string? Details, SimulationTime Begin, SimulationTime? End);
