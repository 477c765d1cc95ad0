using Wavetank.Packetdrill.Model;
using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>Makes the packets that a script sends to the host.</summary>
internal sealed class PacketWriter(VirtualHost host, Conversations conversations)
{
    private const byte TimeToLive = 64;

    public Packet Write(PacketSpec spec, Place place) => spec switch
    {
        PacketSpec.Tcp tcp => WriteTcp(tcp),
        PacketSpec.Udp udp => WriteUdp(udp),
        PacketSpec.Icmp icmp => new IcmpWriter(host, conversations).Write(icmp, place),
        _ => throw new InvalidOperationException($"There is no packet for {spec.GetType().Name}."),
    };

    private Packet WriteTcp(PacketSpec.Tcp spec)
    {
        Conversation conversation = conversations.OfInbound(spec.Ports);
        Packet packet = Begin(spec.Ip, IpProtocol.Tcp);
        bool syn = (spec.Flags & TcpFlags.Syn) != 0;
        packet.Tcp.SourcePort = conversation.Remote.Port;
        packet.Tcp.DestinationPort = conversation.Local.Port;
        packet.Tcp.Flags = spec.Flags;

        // A SYN's number is what it says; all others count from it.
        packet.Tcp.SequenceNumber = syn ? spec.Sequence.Start : conversation.RemoteInitial + spec.Sequence.Start;
        packet.Tcp.AcknowledgmentNumber = spec.Acknowledgment is { } acknowledgment ? conversation.LocalInitial + acknowledgment : 0;
        packet.Tcp.Window = spec.Window ?? 0;
        packet.Tcp.UrgentPointer = spec.Urgent ?? 0;
        foreach (TcpOptionSpec option in spec.Options ?? [])
            SetOption(ref packet.Tcp.Options, option, conversation);
        if (syn)
            conversation.OnInboundSyn(in packet.Tcp);
        return End(packet, spec.Sequence.Length);
    }

    private static void SetOption(ref TcpOptions options, TcpOptionSpec option, Conversation conversation)
    {
        switch (option)
        {
            case TcpOptionSpec.MaximumSegmentSize mss:
                options.MaximumSegmentSize = mss.Value;
                break;
            case TcpOptionSpec.WindowScale scale:
                options.HasWindowScale = true;
                options.WindowScale = scale.Shift;
                break;
            case TcpOptionSpec.SackPermitted:
                options.SackPermitted = true;
                break;
            case TcpOptionSpec.Timestamps timestamps:
                options.HasTimestamps = true;
                options.TimestampValue = timestamps.Value;
                options.TimestampEcho = conversation.ToLiveTimestamp(timestamps.Echo);
                break;
            case TcpOptionSpec.Sack sack:
                options.SackCount = (byte)sack.Blocks.Count;
                for (int i = 0; i < sack.Blocks.Count; i++)
                    options.SackBlocks[i] = new SackBlock(conversation.LocalInitial + sack.Blocks[i].Left, conversation.LocalInitial + sack.Blocks[i].Right);
                break;
        }
    }

    private Packet WriteUdp(PacketSpec.Udp spec)
    {
        Conversation conversation = conversations.OfInbound(spec.Ports);
        Packet packet = Begin(spec.Ip, IpProtocol.Udp);
        packet.Udp.SourcePort = conversation.Remote.Port;
        packet.Udp.DestinationPort = conversation.Local.Port;
        return End(packet, spec.Length);
    }

    private Packet Begin(IpSpec ip, IpProtocol protocol)
    {
        Packet packet = host.Pool.Rent();
        packet.Source = host.Remote;
        packet.Destination = host.Local;
        packet.Protocol = protocol;
        packet.TimeToLive = ip.TimeToLive ?? TimeToLive;
        packet.TrafficClass = ip.TrafficClass ?? (byte)(ip.Ecn?[0] ?? 0);
        return packet;
    }

    private Packet End(Packet packet, int length)
    {
        if (length > 0)
            packet.CarryCopy(Payload.Of(length));
        packet.Id = host.Events.TakePacketId();
        packet.Seal();
        return packet;
    }
}
