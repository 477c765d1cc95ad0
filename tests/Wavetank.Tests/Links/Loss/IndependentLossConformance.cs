using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

public sealed class IndependentLossConformance : LossModelConformance
{
    protected override LossOptions Options { get; } = new IndependentLossOptions(0.1);
}
