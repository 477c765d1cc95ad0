using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

public sealed class DistributionFileDelayConformance : DelayModelConformance
{
    protected override DelayOptions Options { get; } = new DistributionFileDelayOptions(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(5), [-32768, 0, 100, 32767]);
}
