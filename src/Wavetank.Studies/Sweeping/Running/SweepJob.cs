using Wavetank.Studies.Sweeping.Points;

namespace Wavetank.Studies.Sweeping.Running;

/// <summary>A run to be made.</summary>
/// <param name="Point">At which point.</param>
/// <param name="Seed">With which seed.</param>
internal sealed record SweepJob(SweepPoint Point, long Seed);
