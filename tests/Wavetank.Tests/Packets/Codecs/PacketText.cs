using System.Text;
using Wavetank.Packets;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>All that a packet says, as text, so that two can be compared and a difference can be read.</summary>
internal static class PacketText
{
    public static string Of(Packet packet)
    {
        var text = new StringBuilder();
        text.AppendLine($"{packet.Source} > {packet.Destination} {packet.Protocol} ttl {packet.TimeToLive} class {packet.TrafficClass}");
        text.AppendLine($"id {packet.Identification} df {packet.DontFragment} mf {packet.MoreFragments} offset {packet.FragmentOffset} length {packet.Length}");
        text.AppendLine($"udp {packet.Udp.SourcePort} > {packet.Udp.DestinationPort}");
        text.AppendLine($"icmp {packet.Icmp.Type}/{packet.Icmp.Code} {packet.Icmp.Identifier} {packet.Icmp.SequenceNumber}");
        ref readonly TcpHeader tcp = ref packet.Tcp;
        text.AppendLine($"tcp {tcp.SourcePort} > {tcp.DestinationPort} [{tcp.Flags}] seq {tcp.SequenceNumber} ack {tcp.AcknowledgmentNumber} win {tcp.Window} urg {tcp.UrgentPointer}");
        ref readonly TcpOptions options = ref tcp.Options;
        text.AppendLine($"mss {options.MaximumSegmentSize} ws {options.HasWindowScale}/{options.WindowScale} sackok {options.SackPermitted}");
        text.AppendLine($"ts {options.HasTimestamps} {options.TimestampValue} {options.TimestampEcho}");
        for (int i = 0; i < options.SackCount; i++)
        {
            text.AppendLine($"sack {options.SackBlocks[i]}");
        }

        text.AppendLine($"fingerprint {packet.Fingerprint:x16}");
        text.AppendLine(Convert.ToHexString(packet.Payload));
        return text.ToString();
    }
}
