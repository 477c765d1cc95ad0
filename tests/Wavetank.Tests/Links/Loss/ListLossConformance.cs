using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

public sealed class ListLossConformance : LossModelConformance
{
    protected override LossOptions Options { get; } = new ListLossOptions(1, 5, 6, 1999);
}
