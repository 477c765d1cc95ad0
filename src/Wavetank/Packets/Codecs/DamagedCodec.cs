namespace Wavetank.Packets.Codecs;

/// <summary>
/// Reads the bytes of a packet after something changed them. Where they are still a packet, that packet is what goes on, whatever it
/// says now; where not, the bytes go on as they are with the reason why their receiver drops them.
/// </summary>
/// <remarks>A change of what a <see cref="Packet"/> has no field for, such as IPv6's flow label, is lost, and does nothing.</remarks>
internal static class DamagedCodec
{
    /// <summary>Reads.</summary>
    /// <param name="bytes">The packet's bytes, changed.</param>
    /// <param name="original">The packet that they were, which stays the caller's.</param>
    /// <returns>A sealed packet with the original's number, which the caller owns.</returns>
    public static Packet Read(ReadOnlySpan<byte> bytes, Packet original) =>
        original.IsArp ? ReadArp(bytes, original) : ReadIp(bytes, original);

    private static Packet ReadIp(ReadOnlySpan<byte> bytes, Packet original)
    {
        Packet packet = original.Pool.Rent();
        if (ReadHeader(bytes, original.Source.IsIPv4, packet, out ReadOnlySpan<byte> body) is var fault and not DropReason.None)
        {
            packet.Release();
            packet = CopyWith(bytes, original);
            packet.Damage = fault;
            packet.IsHeaderDamaged = true;
            packet.Seal();
            return packet;
        }

        packet.Id = original.Id;
        packet.LinkSource = original.LinkSource;
        packet.LinkDestination = original.LinkDestination;
        packet.CarryCopy(body);
        if (packet.IsFragment)
        {
            packet.Seal();
        }
        else if (!PacketCodec.TryParseTransport(packet, out fault))
        {
            packet.Damage = fault;
            packet.Seal();
        }

        return packet;
    }

    /// <summary>The frame around a packet says which family it is; a version that says otherwise makes no packet of the other one.</summary>
    private static DropReason ReadHeader(ReadOnlySpan<byte> bytes, bool isV4, Packet packet, out ReadOnlySpan<byte> body)
    {
        body = default;
        return bytes[0] >> 4 != (isV4 ? 4 : 6) ? DropReason.Malformed
            : isV4 ? Ipv4Codec.Read(bytes, packet, out body)
            : Ipv6Codec.Read(bytes, packet, out body);
    }

    private static Packet ReadArp(ReadOnlySpan<byte> bytes, Packet original)
    {
        Packet packet = CopyWith(bytes, original);
        if (ArpMessage.TryParse(bytes, out ArpMessage message))
        {
            packet.Source = message.Sender;
            packet.Destination = message.Target;
        }

        packet.Seal();
        return packet;
    }

    /// <summary>A packet with all that the original's fields say, and other bytes.</summary>
    private static Packet CopyWith(ReadOnlySpan<byte> bytes, Packet original)
    {
        Packet packet = original.Pool.RentCopy(original);
        packet.Block?.Release();
        packet.CarryCopy(bytes);
        return packet;
    }
}
