using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

public sealed class PeriodicLossConformance : LossModelConformance
{
    protected override LossOptions Options { get; } = new PeriodicLossOptions(7);
}
