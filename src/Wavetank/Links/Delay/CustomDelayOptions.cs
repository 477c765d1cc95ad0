using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>A delay model from outside.</summary>
internal sealed record CustomDelayOptions(string Name, Func<RandomStream, DelayModel> Factory) : DelayOptions
{
    public override DelayModel Create(RandomStream random) => Factory(random);
}
