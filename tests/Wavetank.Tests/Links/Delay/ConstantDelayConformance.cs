using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

public sealed class ConstantDelayConformance : DelayModelConformance
{
    protected override DelayOptions Options { get; } = new ConstantDelayOptions(TimeSpan.FromMilliseconds(3));
}
