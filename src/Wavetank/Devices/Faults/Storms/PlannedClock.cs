using System.Globalization;

namespace Wavetank.Devices.Faults.Storms;

/// <summary>A host whose clock is wrong, and runs too fast or too slow.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Offset">How far its time of day is ahead; whole milliseconds.</param>
/// <param name="DriftPpm">By how many parts per million it runs too fast; whole ones.</param>
public sealed record PlannedClock(TimeSpan At, TimeSpan For, string Host, TimeSpan Offset, int DriftPpm) : PlannedFault(At, For)
{
    /// <inheritdoc/>
    public override string Action => string.Create(
        CultureInfo.InvariantCulture, $"clock: {Host}, offset: {Offset.TotalMilliseconds:0}ms, drift: {DriftPpm}ppm");

    /// <inheritdoc/>
    public override Fault Create(Network network) => new ClockFault(FindHost(network, Host), Offset, DriftPpm);
}
