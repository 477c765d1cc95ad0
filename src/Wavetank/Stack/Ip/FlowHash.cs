using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>Which of several equal ways a packet takes: all packets of a flow the same, so that they keep their order (RFC 2992 §2).</summary>
/// <remarks>
/// A flow is what has the same addresses, protocol and ports. Fragments go by their addresses and protocol alone, since only the first of
/// them has ports.
/// </remarks>
internal static class FlowHash
{
    /// <summary>A number from 0 to below <paramref name="count"/>.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="salt">The device's own, so that devices one behind the other do not all choose alike.</param>
    /// <param name="count">How many ways there are.</param>
    public static int Choose(Packet packet, ulong salt, int count)
    {
        ulong hash = StableHash.Mix(salt, packet.Source.High ^ packet.Source.Low);
        hash = StableHash.Mix(hash, packet.Destination.High ^ packet.Destination.Low);
        ulong ports = !packet.HasTransportHeader ? 0 : packet.Protocol switch
        {
            IpProtocol.Tcp => ((ulong)packet.Tcp.SourcePort << 16) | packet.Tcp.DestinationPort,
            IpProtocol.Udp => ((ulong)packet.Udp.SourcePort << 16) | packet.Udp.DestinationPort,
            _ => 0,
        };
        hash = StableHash.Finish(StableHash.Mix(hash, (ports << 8) | (ulong)packet.Protocol));

        // The high half times the count, so that no division is needed and no way is preferred.
        return (int)(((hash >> 32) * (ulong)count) >> 32);
    }
}
