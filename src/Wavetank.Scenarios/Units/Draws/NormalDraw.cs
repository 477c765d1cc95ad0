using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>The bell curve; what falls below zero is zero.</summary>
internal sealed record NormalDraw(long Mean, long Deviation) : Draw
{
    // A half more, so that the cut to a whole number does not shift the mean.
    internal override long Next(RandomStream random) => Whole(Mean + (random.NextNormal() * Deviation) + 0.5);
}
