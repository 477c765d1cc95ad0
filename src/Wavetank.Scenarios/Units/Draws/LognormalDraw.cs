using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>Its logarithm is a bell curve; by the mean and the deviation of the draws themselves.</summary>
internal sealed record LognormalDraw(long Mean, long Deviation) : Draw
{
    internal override long Next(RandomStream random) => Whole((Mean * random.NextLognormal((double)Deviation / Mean)) + 0.5);
}
