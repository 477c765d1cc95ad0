using Wavetank.Engine;
using Wavetank.Links.Loss;
using Wavetank.Packets;

namespace Wavetank.Examples;

/// <summary>Bits go wrong independently, so a long packet is lost more often than a short one.</summary>
/// <param name="bitErrorRate">The probability that one bit is wrong.</param>
/// <param name="random">The dice of this direction of the link: all chance comes from there, so that a seed gives the same run again.</param>
internal sealed class LossByLength(double bitErrorRate, RandomStream random) : LossModel
{
    // Of n bits all are right with (1 - p)^n, which for small p is 1 - np.
    public override bool IsLost(Packet packet) => random.NextDouble() < packet.Length * 8 * bitErrorRate;
}
