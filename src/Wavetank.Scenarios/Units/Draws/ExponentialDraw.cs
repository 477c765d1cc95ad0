using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>The gaps of a Poisson process.</summary>
internal sealed record ExponentialDraw(long Mean) : Draw
{
    internal override long Next(RandomStream random) => Whole(random.NextExponential() * Mean);
}
