using System.Globalization;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Recording.Connections;
using Wavetank.Recording.Drops;

namespace Wavetank.Scenarios.Report;

/// <summary>Packets in words, with the names of devices: <c>TCP client:49152 &gt; server:5000, bytes 1461 to 2920</c>.</summary>
internal sealed class PacketNames(Network network)
{
    private static readonly (TcpFlags Flag, string Name)[] Signs = [(TcpFlags.Syn, "SYN"), (TcpFlags.Fin, "FIN"), (TcpFlags.Rst, "RST")];

    internal string Describe(DroppedPacket packet)
    {
        string ends = $"{End(packet.Source)} > {End(packet.Destination)}";
        string protocol = packet.IsArp ? "ARP" : packet.Protocol switch
        {
            IpProtocol.Tcp => "TCP",
            IpProtocol.Udp => "UDP",
            IpProtocol.Icmp or IpProtocol.IcmpV6 => "ICMP",
            _ => string.Create(CultureInfo.InvariantCulture, $"protocol {(byte)packet.Protocol}"),
        };
        return $"{protocol} {ends}{(packet.Segment is { } segment ? Carried(segment) : "")}";
    }

    private static string Carried(RecordedSegment segment)
    {
        string signs = string.Concat(Signs.Where(sign => (segment.Flags & sign.Flag) != 0).Select(sign => $", {sign.Name}"));
        return segment.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{signs}, bytes {segment.Sequence} to {segment.Sequence + segment.Length - 1}")
            : signs.Length > 0 ? signs
            : string.Create(CultureInfo.InvariantCulture, $", acknowledgment {segment.Acknowledgment}");
    }

    private string End(TransportAddress end)
    {
        string name = network.NameOf(end.Address) ?? end.Address.ToString();
        return end.Port == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{end.Port}");
    }
}
