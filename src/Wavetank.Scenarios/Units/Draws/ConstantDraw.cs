using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>Always the same.</summary>
internal sealed record ConstantDraw(long Value) : Draw
{
    internal override long Next(RandomStream random) => Value;
}
