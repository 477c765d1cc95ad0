using System.Globalization;

namespace Wavetank.Devices.Faults.Storms;

/// <summary>A link that loses packets in both directions.</summary>
/// <param name="At">When it begins, in simulated time.</param>
/// <param name="For">How long it lasts.</param>
/// <param name="Link">The link's name.</param>
/// <param name="Loss">The probability that a packet is lost, 0 to 1.</param>
public sealed record PlannedLoss(TimeSpan At, TimeSpan For, string Link, double Loss) : PlannedFault(At, For)
{
    /// <inheritdoc/>
    public override string Action => $"set: {Link}, {Changes}";

    /// <inheritdoc/>
    public override Fault Create(Network network) => new DegradeFault(FindLink(network, Link), options => options with { Loss = Loss, LossPeriod = 0, LossModel = null }) { Changes = Changes };

    private string Changes => string.Create(CultureInfo.InvariantCulture, $"loss: {Loss * 100:0.####}%");
}
