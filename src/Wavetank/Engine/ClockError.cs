namespace Wavetank.Engine;

/// <summary>By how much a clock goes wrong, and since when.</summary>
/// <param name="Offset">How far it is ahead from the first instant on, in nanoseconds.</param>
/// <param name="DriftPpb">By how much it is too fast, in parts per billion.</param>
/// <param name="Since">The first instant, in nanoseconds of simulated time.</param>
internal sealed record ClockError(long Offset, long DriftPpb, long Since)
{
    /// <summary>How far it is ahead at an instant.</summary>
    public Int128 At(long now) => Offset + ((Int128)(now - Since) * DriftPpb / SimulationTime.NanosecondsPerSecond);
}
