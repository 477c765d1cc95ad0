using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>Every so many-th packet is lost, exactly: the loss that closed forms of TCP's throughput assume.</summary>
/// <param name="Period">One packet of so many is lost: the last. 1 or more.</param>
public sealed record PeriodicLossOptions(int Period) : LossOptions
{
    /// <inheritdoc/>
    public override void Validate() => ArgumentOutOfRangeException.ThrowIfLessThan(Period, 1);

    /// <inheritdoc/>
    public override LossModel Create(RandomStream random) => new PeriodicLoss(Period);
}
