using Wavetank.Links.Delay;
using Wavetank.Packets;

namespace Wavetank.Examples;

/// <summary>A delay that rises packet by packet to its highest, falls back to its lowest, and rises again.</summary>
/// <param name="lowest">Nanoseconds.</param>
/// <param name="highest">Nanoseconds.</param>
/// <param name="period">How many packets a tide has.</param>
internal sealed class Tides(long lowest, long highest, long period) : DelayModel
{
    private long _packets;

    public override long NextNanoseconds(Packet packet)
    {
        long place = _packets++ % period;
        return lowest + ((highest - lowest) * Math.Min(place, period - place) * 2 / period);
    }
}
