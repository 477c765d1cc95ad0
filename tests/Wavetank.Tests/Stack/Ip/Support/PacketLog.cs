using Wavetank.Devices;
using Wavetank.Packets;

namespace Wavetank.Tests.Stack.Ip.Support;

/// <summary>What happened to the packets of a network, as lines that a test can compare.</summary>
internal sealed class PacketLog : IPacketObserver
{
    private readonly Network _network;
    private readonly List<Line> _lines = [];

    public PacketLog(Network network)
    {
        _network = network;
        network.Events.Subscribe(this);
    }

    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>The lines of one kind at a point, such as what <c>link/a-b/forward</c> sent.</summary>
    public IReadOnlyList<Line> At(string point, PacketEventKind kind = PacketEventKind.Sent) =>
        [.. _lines.Where(line => line.Point == point && line.Kind == kind)];

    /// <summary>The reasons for which packets were dropped at a point.</summary>
    public IReadOnlyList<DropReason> Drops(string point) => [.. At(point, PacketEventKind.Dropped).Select(line => line.Reason)];

    public void OnPacket(in PacketEvent packetEvent)
    {
        Packet packet = packetEvent.Packet;
        _lines.Add(new Line(
            packetEvent.Time.Nanoseconds, packetEvent.Kind, packetEvent.Reason, _network.Events.Points[packetEvent.Point].Path,
            packet.IsArp, packet.Protocol, packet.Source, packet.Destination, packet.Length, packet.TimeToLive, packet.IsFragment,
            packet.IsFragment ? (byte)0 : packet.Icmp.Type, packet.Icmp.Code, packet.LinkSource, packet.LinkDestination));
    }

    internal sealed record Line(
        long Time,
        PacketEventKind Kind,
        DropReason Reason,
        string Point,
        bool IsArp,
        IpProtocol Protocol,
        Address Source,
        Address Destination,
        int Length,
        byte TimeToLive,
        bool IsFragment,
        byte IcmpType,
        byte IcmpCode,
        MacAddress LinkSource,
        MacAddress LinkDestination)
    {
        public bool IsIcmp => !IsFragment && Protocol is IpProtocol.Icmp or IpProtocol.IcmpV6;
    }
}
