using Wavetank.Packetdrill.Model;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>Says what the host sent as a script would write it, with every field filled in.</summary>
internal sealed class PacketReader(Conversations conversations)
{
    /// <summary>The packet, and the conversation that it belongs to; null for one that belongs to none.</summary>
    public PacketSpec Read(Packet packet, out Conversation? conversation)
    {
        var ip = new IpSpec([(byte)(packet.TrafficClass & 3)], packet.TrafficClass, packet.TimeToLive);
        conversation = null;
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                conversation = conversations.OfOutbound(
                    new TransportAddress(packet.Source, packet.Tcp.SourcePort), new TransportAddress(packet.Destination, packet.Tcp.DestinationPort));
                return ReadTcp(packet, ip, conversation);
            case IpProtocol.Udp:
                conversation = conversations.OfOutbound(
                    new TransportAddress(packet.Source, packet.Udp.SourcePort), new TransportAddress(packet.Destination, packet.Udp.DestinationPort));
                return new PacketSpec.Udp(ip, new PortsSpec(packet.Udp.SourcePort, packet.Udp.DestinationPort), packet.PayloadLength);
            default:
                return new PacketSpec.Icmp(ip, $"type {packet.Icmp.Type}", $"code {packet.Icmp.Code}", 0, null, null);
        }
    }

    private static PacketSpec.Tcp ReadTcp(Packet packet, IpSpec ip, Conversation conversation)
    {
        ref readonly TcpHeader header = ref packet.Tcp;
        if (header.Has(TcpFlags.Syn))
            conversation.OnOutboundSyn(in header);
        return new PacketSpec.Tcp(
            ip,
            new PortsSpec(header.SourcePort, header.DestinationPort),
            header.Flags,
            new SequenceSpec(header.SequenceNumber - conversation.LocalInitial, packet.PayloadLength),
            header.Has(TcpFlags.Ack) ? header.AcknowledgmentNumber - conversation.RemoteInitial : null,
            header.Window,
            header.UrgentPointer == 0 ? null : header.UrgentPointer,
            ReadOptions(in header.Options, conversation));
    }

    /// <summary>The options in the order and with the padding that they have on the wire: see <see cref="TcpOptions.Length"/>.</summary>
    private static List<TcpOptionSpec> ReadOptions(in TcpOptions options, Conversation conversation)
    {
        var list = new List<TcpOptionSpec>();
        if (options.MaximumSegmentSize != 0)
            list.Add(new TcpOptionSpec.MaximumSegmentSize(options.MaximumSegmentSize));
        if (options.HasTimestamps && options.SackPermitted)
            list.Add(new TcpOptionSpec.SackPermitted());
        else if (options.HasTimestamps || options.SackPermitted)
            list.AddRange([new TcpOptionSpec.NoOperation(), new TcpOptionSpec.NoOperation()]);
        if (options.HasTimestamps)
            list.Add(new TcpOptionSpec.Timestamps(conversation.ToScriptTimestamp(options.TimestampValue), options.TimestampEcho));
        else if (options.SackPermitted)
            list.Add(new TcpOptionSpec.SackPermitted());
        if (options.HasWindowScale)
            list.AddRange([new TcpOptionSpec.NoOperation(), new TcpOptionSpec.WindowScale(options.WindowScale)]);
        if (options.SackCount > 0)
        {
            var blocks = new List<(uint, uint)>();
            for (int i = 0; i < options.SackCount; i++)
                blocks.Add((options.SackBlocks[i].Left - conversation.RemoteInitial, options.SackBlocks[i].Right - conversation.RemoteInitial));
            list.AddRange([new TcpOptionSpec.NoOperation(), new TcpOptionSpec.NoOperation(), new TcpOptionSpec.Sack(blocks)]);
        }

        return list;
    }
}
