using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>A loss model from outside.</summary>
internal sealed record CustomLossOptions(string Name, Func<RandomStream, LossModel> Factory) : LossOptions
{
    public override LossModel Create(RandomStream random) => Factory(random);
}
