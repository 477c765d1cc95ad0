using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>
/// A packet's flow as a number: addresses, protocol and, where the packet has them, ports. The fragments of a datagram have none,
/// so that all of them are in one flow.
/// </summary>
internal static class FlowHash
{
    public static ulong Of(Packet packet, ulong salt)
    {
        ulong hash = StableHash.Mix(StableHash.Mix(salt, packet.Source.High), packet.Source.Low);
        hash = StableHash.Mix(StableHash.Mix(hash, packet.Destination.High), packet.Destination.Low);
        return StableHash.Finish(StableHash.Mix(hash, (ulong)packet.Protocol | (Ports(packet) << 8)));
    }

    /// <summary>One of so many flows.</summary>
    public static int Index(Packet packet, ulong salt, int flows) => (int)Math.BigMul(Of(packet, salt), (ulong)flows, out _);

    private static ulong Ports(Packet packet) => !packet.HasTransportHeader ? 0 : packet.Protocol switch
    {
        IpProtocol.Tcp => ((ulong)packet.Tcp.SourcePort << 16) | packet.Tcp.DestinationPort,
        IpProtocol.Udp => ((ulong)packet.Udp.SourcePort << 16) | packet.Udp.DestinationPort,
        _ => 0,
    };
}
