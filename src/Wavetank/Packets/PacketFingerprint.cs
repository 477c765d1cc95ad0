using Wavetank.Engine;

namespace Wavetank.Packets;

/// <summary>
/// What a packet is, in 64 bits, for the trace digest. Payload bytes are left out: the digest takes them in once, when the
/// application writes them, and not at every hop.
/// </summary>
internal static class PacketFingerprint
{
    public static ulong Of(Packet packet)
    {
        ulong hash = StableHash.Mix(packet.Source.Low ^ packet.Source.High, packet.Destination.Low + packet.Destination.High);
        hash = StableHash.Mix(
            hash,
            (ulong)packet.Protocol | ((ulong)packet.TrafficClass << 8) | ((ulong)packet.Identification << 16)
            | ((ulong)packet.FragmentOffset << 32) | (packet.MoreFragments ? 1UL << 48 : 0) | (packet.DontFragment ? 1UL << 49 : 0));
        hash = StableHash.Mix(hash, (ulong)(uint)packet.PayloadLength);
        if (!packet.HasTransportHeader)
        {
            return hash;
        }

        return packet.Protocol switch
        {
            IpProtocol.Tcp => MixTcp(hash, in packet.Tcp),
            IpProtocol.Udp => StableHash.Mix(hash, ((ulong)packet.Udp.SourcePort << 16) | packet.Udp.DestinationPort),
            _ => StableHash.Mix(
                hash,
                packet.Icmp.Type | ((ulong)packet.Icmp.Code << 8) | ((ulong)packet.Icmp.Identifier << 16) | ((ulong)packet.Icmp.SequenceNumber << 32)),
        };
    }

    /// <summary>An ARP message, or what no longer is a packet, is its bytes.</summary>
    public static ulong OfBytes(Packet packet) => StableHash.Finish(StableHash.Mix(0, packet.Payload));

    private static ulong MixTcp(ulong hash, in TcpHeader tcp)
    {
        hash = StableHash.Mix(
            hash, ((ulong)tcp.SourcePort << 48) | ((ulong)tcp.DestinationPort << 32) | ((ulong)tcp.Window << 16) | (ulong)tcp.Flags);
        hash = StableHash.Mix(hash, ((ulong)tcp.SequenceNumber << 32) | tcp.AcknowledgmentNumber);
        ref readonly TcpOptions options = ref tcp.Options;
        if (options.HasTimestamps)
        {
            hash = StableHash.Mix(hash, ((ulong)options.TimestampValue << 32) | options.TimestampEcho);
        }

        for (int i = 0; i < options.SackCount; i++)
        {
            hash = StableHash.Mix(hash, ((ulong)options.SackBlocks[i].Left << 32) | options.SackBlocks[i].Right);
        }

        // What only a SYN carries, and an urgent pointer, are rare: one test passes over them all.
        ulong rare = ((ulong)tcp.UrgentPointer << 32) | ((ulong)options.MaximumSegmentSize << 16) | ((ulong)options.WindowScale << 8)
            | (options.HasWindowScale ? 2UL : 0) | (options.SackPermitted ? 1UL : 0);
        return rare == 0 ? hash : StableHash.Mix(hash, rare);
    }
}
