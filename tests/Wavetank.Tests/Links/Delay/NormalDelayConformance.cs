using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

public sealed class NormalDelayConformance : DelayModelConformance
{
    protected override DelayOptions Options { get; } = new NormalDelayOptions(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(5));
}
