using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

public sealed class ParetoNormalDelayConformance : DelayModelConformance
{
    protected override DelayOptions Options { get; } = new ParetoNormalDelayOptions(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(5));
}
