using System.Globalization;

namespace Wavetank.Devices.Faults.Storms;

/// <summary>A link that goes down and comes up again, over and over.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Link">The link's name.</param>
/// <param name="Down">How long it stays down each time.</param>
/// <param name="Up">How long it stays up in between.</param>
public sealed record PlannedFlap(TimeSpan At, TimeSpan For, string Link, TimeSpan Down, TimeSpan Up) : PlannedFault(At, For)
{
    /// <inheritdoc/>
    public override string Action => string.Create(
        CultureInfo.InvariantCulture, $"flap: {Link}, down: {Down.TotalMilliseconds:0.####}ms, up: {Up.TotalMilliseconds:0.####}ms");

    /// <inheritdoc/>
    public override Fault Create(Network network) => new FlapFault(FindLink(network, Link), Down, Up);
}
