using Wavetank.Engine;

namespace Wavetank.Scenarios.Running;

/// <summary>How far a run has come.</summary>
/// <param name="SimulatedTime">The simulated time.</param>
/// <param name="Events">Events fired.</param>
public readonly record struct RunProgress(SimulationTime SimulatedTime, long Events);
