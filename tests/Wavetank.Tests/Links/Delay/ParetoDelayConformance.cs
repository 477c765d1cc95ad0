using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

public sealed class ParetoDelayConformance : DelayModelConformance
{
    protected override DelayOptions Options { get; } = new ParetoDelayOptions(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(5)) { Correlation = 0.3 };
}
