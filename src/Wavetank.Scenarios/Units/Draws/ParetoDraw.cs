using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>A heavy tail above a least.</summary>
internal sealed record ParetoDraw(long Least, decimal Shape) : Draw
{
    internal override long Next(RandomStream random) => Whole(Least * random.NextPareto((double)Shape));
}
