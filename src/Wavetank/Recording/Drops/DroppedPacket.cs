using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Recording.Connections;

namespace Wavetank.Recording.Drops;

/// <summary>A packet that was dropped.</summary>
public sealed class DroppedPacket
{
    internal DroppedPacket(in PacketEvent packetEvent, DropEntry entry, RecordedSegment? segment, RecordedConnection? connection)
    {
        Packet packet = packetEvent.Packet;
        Time = packetEvent.Time;
        Entry = entry;
        Segment = segment;
        Connection = connection;
        Protocol = packet.Protocol;
        bool hasPorts = packet.HasTransportHeader && !packet.IsArp;
        Source = new TransportAddress(packet.Source, hasPorts ? PortOf(packet.Protocol, packet.Tcp.SourcePort, packet.Udp.SourcePort) : (ushort)0);
        Destination = new TransportAddress(packet.Destination, hasPorts ? PortOf(packet.Protocol, packet.Tcp.DestinationPort, packet.Udp.DestinationPort) : (ushort)0);
        Bytes = packet.Length;
        IsArp = packet.IsArp;
    }

    /// <summary>When.</summary>
    public SimulationTime Time { get; }

    /// <summary>Where and why.</summary>
    public DropEntry Entry { get; }

    /// <summary>Bytes of the packet, from the IP header on.</summary>
    public int Bytes { get; }

    /// <summary>What the packet carried.</summary>
    public IpProtocol Protocol { get; }

    /// <summary>Whether it was no IP packet but an ARP message.</summary>
    public bool IsArp { get; }

    /// <summary>Where it came from, as its headers said where it was dropped; the port is 0 where there is none.</summary>
    public TransportAddress Source { get; }

    /// <summary>Where it was to go.</summary>
    public TransportAddress Destination { get; }

    /// <summary>Of a TCP segment what it carried; null for others.</summary>
    public RecordedSegment? Segment { get; }

    /// <summary>Of a TCP segment its connection; null for others.</summary>
    public RecordedConnection? Connection { get; }

    /// <summary>When all that it carried had reached the other end after all; null where it did not, or where it carried nothing that was missing.</summary>
    public SimulationTime? RepairedAt { get; internal set; }

    private static ushort PortOf(IpProtocol protocol, ushort tcp, ushort udp) => protocol switch
    {
        IpProtocol.Tcp => tcp,
        IpProtocol.Udp => udp,
        _ => 0,
    };
}
