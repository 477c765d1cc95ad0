using Wavetank.Engine;

namespace Wavetank.Recording.EventLog;

/// <summary>The events among which two runs begin to differ.</summary>
/// <param name="First">The number of the first event that may differ.</param>
/// <param name="Last">The number of the last event that may be the first to differ.</param>
/// <param name="After">The time up to which the runs are known to be the same.</param>
public readonly record struct EventWindow(long First, long Last, SimulationTime After);
