using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>The mark by which a queue tells a packet's receiver of congestion.</summary>
internal static class EcnMark
{
    private const byte Field = 0b11;

    public static bool TryApply(Packet packet)
    {
        // RFC 3168 §5: Only a packet that is ECT (01 or 10) may be marked; one that bears the mark already keeps it.
        if ((packet.TrafficClass & Field) == 0 || packet.IsArp || packet.IsHeaderDamaged)
        {
            return false;
        }

        if ((packet.TrafficClass & Field) != Field)
        {
            packet.TrafficClass |= Field;
            packet.Fingerprint = StableHash.Mix(packet.Fingerprint, Field);
        }

        return true;
    }
}
