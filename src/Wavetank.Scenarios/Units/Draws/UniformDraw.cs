using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>Each from the least to the most, both included, equally likely.</summary>
internal sealed record UniformDraw(long Least, long Most) : Draw
{
    internal override long Next(RandomStream random) => Least + random.NextInt64(Most - Least + 1);
}
