using Wavetank.Packets;

namespace Wavetank.Links.Delay;

/// <summary>The same by numbers of which each resembles the last.</summary>
internal sealed class CorrelatedUniformDelay(long nanoseconds, long jitter, double correlation, CorrelatedRandom random) : DelayModel
{
    public override long NextNanoseconds(Packet packet) =>
        Math.Max(0, nanoseconds - jitter + Math.Min(2 * jitter, (long)(random.Next(correlation) * ((2 * jitter) + 1))));
}
