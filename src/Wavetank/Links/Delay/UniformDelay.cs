using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Delay;

/// <summary>A delay that varies evenly around its middle; what would be below zero is zero.</summary>
internal sealed class UniformDelay(long nanoseconds, long jitter, RandomStream random) : DelayModel
{
    public override long NextNanoseconds(Packet packet) => Math.Max(0, nanoseconds - jitter + random.NextInt64((2 * jitter) + 1));
}
