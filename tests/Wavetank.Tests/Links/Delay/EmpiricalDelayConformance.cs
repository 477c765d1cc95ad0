using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

public sealed class EmpiricalDelayConformance : DelayModelConformance
{
    protected override DelayOptions Options { get; } = new EmpiricalDelayOptions([TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(30), TimeSpan.Zero]);
}
