using Wavetank.Packets;

namespace Wavetank.Devices.Flows;

/// <summary>What the packets of one flow have in common: the protocol, who began it, and with whom. An ICMP query has its identifier for a port.</summary>
internal readonly record struct FlowKey(IpProtocol Protocol, TransportAddress Initiator, TransportAddress Responder)
{
    /// <summary>The flow of a packet that goes from its initiator to its responder.</summary>
    public static FlowKey Of(Packet packet) => !packet.HasTransportHeader
        ? new(packet.Protocol, new(packet.Source, 0), new(packet.Destination, 0))
        : packet.Protocol switch
        {
            IpProtocol.Tcp => new(packet.Protocol, new(packet.Source, packet.Tcp.SourcePort), new(packet.Destination, packet.Tcp.DestinationPort)),
            IpProtocol.Udp => new(packet.Protocol, new(packet.Source, packet.Udp.SourcePort), new(packet.Destination, packet.Udp.DestinationPort)),
            IpProtocol.Icmp or IpProtocol.IcmpV6 => new(
                packet.Protocol, new(packet.Source, packet.Icmp.Identifier), new(packet.Destination, packet.Icmp.Identifier)),
            _ => new(packet.Protocol, new(packet.Source, 0), new(packet.Destination, 0)),
        };

    /// <summary>The flow of a packet that goes the other way.</summary>
    public FlowKey Reverse() => new(Protocol, Responder, Initiator);

    public override int GetHashCode() => Initiator.GetHashCode() ^ (Responder.GetHashCode() * 31) ^ (int)Protocol;
}
