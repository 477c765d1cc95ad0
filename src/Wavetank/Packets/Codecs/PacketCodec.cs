using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Packets.Codecs;

/// <summary>Packets to bytes and back, from the IP header on.</summary>
/// <remarks>
/// What a <see cref="Packet"/> has no field for does not survive: options of the IPv4 header, extension headers and flow label of
/// IPv6, the upper half of an IPv6 fragment's identification, TCP options that the stack does not know. IPv6 has no "don't
/// fragment" and no identification outside of fragments, so they come back as false and zero.
/// </remarks>
internal static class PacketCodec
{
    /// <summary>Bytes that hold any packet: an IPv6 header, a fragment header, and the most that they can announce.</summary>
    public const int MaximumLength = Packet.IPv6HeaderLength + ushort.MaxValue;

    /// <summary>Writes a sealed packet with all its checksums; of an ARP message, the message; of a damaged packet, its bytes as they are.</summary>
    /// <returns>The bytes written: the packet's length.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter than the packet.</exception>
    public static int Write(Packet packet, Span<byte> destination)
    {
        Span<byte> bytes = destination[..packet.Length];
        if (packet.IsArp || packet.IsHeaderDamaged)
        {
            packet.Payload.CopyTo(bytes);
            return packet.Length;
        }

        Span<byte> body = bytes[packet.IpHeaderLength..];
        if (packet.Source.IsIPv4)
        {
            Ipv4Codec.Write(packet, bytes);
        }
        else
        {
            Ipv6Codec.Write(packet, bytes);
        }

        packet.Payload.CopyTo(body[packet.TransportHeaderLength..]);
        if (packet.HasTransportHeader)
        {
            WriteTransport(packet, body);
        }

        return packet.Length;
    }

    /// <summary>Reads a packet that begins with the first byte; what lies behind its end, such as a frame's padding, is left out.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="pool">Where the packet comes from.</param>
    /// <param name="packet">The packet, sealed, with a copy of its payload and without a number; the caller owns it.</param>
    /// <param name="reason">Why there is none: <see cref="DropReason.Malformed"/> or <see cref="DropReason.BadChecksum"/>.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, PacketPool pool, [NotNullWhen(true)] out Packet? packet, out DropReason reason)
    {
        packet = pool.Rent();
        packet.Id = 0;
        reason = Read(bytes, packet);
        if (reason != DropReason.None)
        {
            packet.Release();
            packet = null;
            return false;
        }

        packet.Seal();
        return true;
    }

    /// <summary>
    /// Reads the transport header of a packet whose payload still begins with it (a datagram put together from fragments), leaves
    /// the rest as its payload, and seals it.
    /// </summary>
    /// <param name="packet">The packet, which stays the caller's.</param>
    /// <param name="reason">Why it cannot be read: <see cref="DropReason.Malformed"/> or <see cref="DropReason.BadChecksum"/>.</param>
    public static bool TryParseTransport(Packet packet, out DropReason reason)
    {
        ReadOnlySpan<byte> body = packet.Payload;
        reason = ReadTransport(packet, ref body);
        if (reason != DropReason.None)
        {
            return false;
        }

        packet.PayloadOffset += packet.TransportHeaderLength;
        packet.PayloadLength = body.Length;
        packet.Seal();
        return true;
    }

    private static DropReason Read(ReadOnlySpan<byte> bytes, Packet packet)
    {
        ReadOnlySpan<byte> body;
        DropReason reason = (bytes.IsEmpty ? 0 : bytes[0] >> 4) switch
        {
            4 => Ipv4Codec.Read(bytes, packet, out body),
            6 => Ipv6Codec.Read(bytes, packet, out body),
            _ => Refuse(out body),
        };
        if (reason == DropReason.None && !packet.IsFragment)
        {
            reason = ReadTransport(packet, ref body);
        }

        if (reason == DropReason.None && !body.IsEmpty)
        {
            packet.CarryCopy(body);
        }

        return reason;
    }

    private static DropReason Refuse(out ReadOnlySpan<byte> body)
    {
        body = default;
        return DropReason.Malformed;
    }

    private static void WriteTransport(Packet packet, Span<byte> body)
    {
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                TcpCodec.Write(packet, body);
                break;
            case IpProtocol.Udp:
                UdpCodec.Write(packet, body);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                IcmpCodec.Write(packet, body);
                break;
        }
    }

    /// <summary>Reads the transport header and leaves in <paramref name="body"/> what follows it.</summary>
    private static DropReason ReadTransport(Packet packet, ref ReadOnlySpan<byte> body) => packet.Protocol switch
    {
        IpProtocol.Tcp => TcpCodec.Read(packet, ref body),
        IpProtocol.Udp => UdpCodec.Read(packet, ref body),
        IpProtocol.Icmp or IpProtocol.IcmpV6 => IcmpCodec.Read(packet, ref body),
        _ => DropReason.None,
    };
}
