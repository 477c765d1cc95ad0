using Wavetank.Packets;

namespace Wavetank.Packetdrill.Model;

/// <summary>A packet as a script writes it. What is null is not written, and so not compared.</summary>
/// <param name="Ip">What the IP header is to say.</param>
internal abstract record PacketSpec(IpSpec Ip)
{
    /// <summary>A TCP segment. Numbers count from the initial sequence numbers, but for those of a SYN.</summary>
    internal sealed record Tcp(
        IpSpec Ip, PortsSpec? Ports, TcpFlags Flags, SequenceSpec Sequence, uint? Acknowledgment, ushort? Window, ushort? Urgent, IReadOnlyList<TcpOptionSpec>? Options)
        : PacketSpec(Ip);

    /// <summary>A UDP datagram.</summary>
    internal sealed record Udp(IpSpec Ip, PortsSpec? Ports, int Length) : PacketSpec(Ip);

    /// <summary>An ICMP error.</summary>
    /// <param name="Ip">What the IP header is to say.</param>
    /// <param name="Type">Its type, by name.</param>
    /// <param name="Code">Its code, by name; null for 0.</param>
    /// <param name="Mtu">The next hop's MTU.</param>
    /// <param name="QuotedSequence">The sequence numbers of the segment that it is about.</param>
    /// <param name="QuotedUdpLength">The length of the datagram that it is about.</param>
    internal sealed record Icmp(IpSpec Ip, string Type, string? Code, int Mtu, SequenceSpec? QuotedSequence, int? QuotedUdpLength)
        : PacketSpec(Ip);
}
