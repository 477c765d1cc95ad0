using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

public sealed class FourStateLossConformance : LossModelConformance
{
    protected override LossOptions Options { get; } = new MarkovLossOptions(0.05) { P31 = 0.2, P32 = 0.2, P23 = 0.5, P14 = 0.02 };
}
