using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

public sealed class CorrelatedLossConformance : LossModelConformance
{
    protected override LossOptions Options { get; } = new CorrelatedLossOptions(0.3, 0.5);
}
