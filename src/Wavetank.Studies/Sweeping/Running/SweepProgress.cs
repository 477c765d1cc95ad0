namespace Wavetank.Studies.Sweeping.Running;

/// <summary>How far a sweep has come.</summary>
/// <param name="RunsDone">Runs that are over, those of an earlier start among them.</param>
/// <param name="Runs">Runs that there will be, as far as is known: a precision can make them fewer.</param>
/// <param name="RunsFailed">Of those that are over, the ones that failed.</param>
/// <param name="PointsDone">Points that need no more runs.</param>
/// <param name="Points">All points.</param>
internal readonly record struct SweepProgress(long RunsDone, long Runs, long RunsFailed, int PointsDone, int Points);
