using Wavetank.Engine;

namespace Wavetank.Links.Delay;

/// <summary>A delay that varies evenly around its middle; what would be below zero is zero.</summary>
internal sealed class UniformDelay(long nanoseconds, long jitter, RandomStream random)
{
    /// <summary>The propagation delay of the next packet, in nanoseconds; zero or more.</summary>
    public long NextNanoseconds() => Math.Max(0, nanoseconds - jitter + random.NextInt64((2 * jitter) + 1));
}
