using System.Collections.Frozen;
using Wavetank.Packets;

namespace Wavetank.Links.Rules;

/// <summary>The words of expressions that stand alone, and the numbers that may be compared.</summary>
internal static class FilterWords
{
    public static readonly IReadOnlyList<(string Word, Func<Packet, bool> Matches)> Alone =
    [
        ("ip", packet => !packet.IsArp && packet.Source.IsIPv4),
        ("ip6", packet => !packet.IsArp && !packet.Source.IsIPv4),
        ("arp", packet => packet.IsArp),
        ("tcp", packet => Is(packet, IpProtocol.Tcp)),
        ("udp", packet => Is(packet, IpProtocol.Udp)),
        ("icmp", packet => Is(packet, IpProtocol.Icmp)),
        ("icmp6", packet => Is(packet, IpProtocol.IcmpV6)),
        ("syn", packet => Has(packet, TcpFlags.Syn)),
        ("ack", packet => Has(packet, TcpFlags.Ack)),
        ("fin", packet => Has(packet, TcpFlags.Fin)),
        ("rst", packet => Has(packet, TcpFlags.Rst)),
        ("psh", packet => Has(packet, TcpFlags.Psh)),
        ("urg", packet => Has(packet, TcpFlags.Urg)),
        ("ece", packet => Has(packet, TcpFlags.Ece)),
        ("cwr", packet => Has(packet, TcpFlags.Cwr)),
        ("ect", packet => !packet.IsArp && (packet.TrafficClass & 3) is 1 or 2),
        ("ce", packet => !packet.IsArp && (packet.TrafficClass & 3) == 3),
        ("fragment", packet => packet.IsFragment),
    ];

    public static readonly IReadOnlyList<(string Word, Func<Packet, long> Number)> Numbers =
    [
        ("len", packet => packet.Length),
        ("payload", packet => packet.PayloadLength),
        ("ttl", packet => packet.IsArp ? -1 : packet.TimeToLive),
        ("dscp", packet => packet.IsArp ? -1 : packet.TrafficClass >> 2),
        ("proto", packet => packet.IsArp ? -1 : (int)packet.Protocol),
    ];

    /// <summary>Words that take more words behind them.</summary>
    public static readonly IReadOnlyList<string> Leading = ["src", "dst", "host", "net", "port", "portrange", "less", "greater", "not"];

    public static readonly IReadOnlyList<string> All = [.. Alone.Select(row => row.Word), .. Numbers.Select(row => row.Word), .. Leading];

    public static readonly FrozenDictionary<string, Func<Packet, bool>> AloneByWord = Alone.ToFrozenDictionary(row => row.Word, row => row.Matches);

    public static readonly FrozenDictionary<string, Func<Packet, long>> NumberByWord = Numbers.ToFrozenDictionary(row => row.Word, row => row.Number);

    /// <summary>Source and destination port of a packet that has them; -1 for all others.</summary>
    public static (int Source, int Destination) Ports(Packet packet) => packet.IsArp || !packet.HasTransportHeader ? (-1, -1) : packet.Protocol switch
    {
        IpProtocol.Tcp => (packet.Tcp.SourcePort, packet.Tcp.DestinationPort),
        IpProtocol.Udp => (packet.Udp.SourcePort, packet.Udp.DestinationPort),
        _ => (-1, -1),
    };

    private static bool Is(Packet packet, IpProtocol protocol) => !packet.IsArp && packet.Protocol == protocol;

    private static bool Has(Packet packet, TcpFlags flag) => Is(packet, IpProtocol.Tcp) && packet.HasTransportHeader && packet.Tcp.Has(flag);
}
