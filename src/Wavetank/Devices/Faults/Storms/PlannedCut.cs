namespace Wavetank.Devices.Faults.Storms;

/// <summary>A link that is cut.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Link">The link's name.</param>
public sealed record PlannedCut(TimeSpan At, TimeSpan For, string Link) : PlannedFault(At, For)
{
    /// <inheritdoc/>
    public override string Action => $"cut: {Link}";

    /// <inheritdoc/>
    public override Fault Create(Network network) => new CutFault(FindLink(network, Link));
}
