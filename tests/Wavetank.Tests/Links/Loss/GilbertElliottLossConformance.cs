using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

public sealed class GilbertElliottLossConformance : LossModelConformance
{
    protected override LossOptions Options { get; } = new GilbertElliottLossOptions(0.05, 0.2) { LossInBad = 0.8, LossInGood = 0.01 };
}
