using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Stack.Ip;

/// <summary>Cuts a packet into fragments that fit a link (RFC 791 §3.2, RFC 8200 §4.5). A fragment carries bytes, the transport header's included.</summary>
internal static class Fragmenter
{
    /// <summary>Sends the packet in parts and takes its ownership.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="hop">Where it goes next.</param>
    /// <param name="mtu">The most bytes that a part may have with its headers.</param>
    /// <param name="identification">What joins the fragments.</param>
    public static void Send(Packet packet, NextHop hop, int mtu, ushort identification)
    {
        // The parts share one block, which goes back to the pool with the last of them.
        PayloadBlock block = packet.Pool.RentBlock(packet.Length);
        PacketCodec.Write(packet, block.Bytes);
        block.Filled = packet.Length;
        int start = packet.IpHeaderLength;
        int total = packet.Length - start;

        // Offsets count units of eight bytes.
        int headerLength = packet.Source.IsIPv4 ? Packet.IPv4HeaderLength : Packet.IPv6HeaderLength + Packet.IPv6FragmentHeaderLength;
        int step = (mtu - headerLength) & ~7;
        for (int offset = 0; offset < total; offset += step)
        {
            int length = Math.Min(step, total - offset);
            Packet fragment = packet.Pool.Rent();
            fragment.Source = packet.Source;
            fragment.Destination = packet.Destination;
            fragment.Protocol = packet.Protocol;
            fragment.TimeToLive = packet.TimeToLive;
            fragment.TrafficClass = packet.TrafficClass;
            fragment.Identification = identification;
            fragment.Id = packet.Id;

            // A fragment may be cut again by a narrower link, so it keeps what it was told.
            fragment.FragmentOffset = (ushort)(packet.FragmentOffset + offset);
            fragment.MoreFragments = packet.MoreFragments || offset + length < total;
            fragment.Carry(block, start + offset, length);
            fragment.Seal();
            hop.Send(fragment);
        }

        block.Release();
        packet.Release();
    }
}
