using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>Checksums that can be added up by hand.</summary>
public sealed class IcmpCodecTests
{
    [Fact]
    public void Echo_over_IPv4_sums_up_the_message_alone() =>

        // 0800: the type is all there is.
        Assert.Equal("0800F7FF00000000", Message("127.0.0.1", IpProtocol.Icmp, 8));

    // Proves RFC 4443 §2.3.
    [Fact]
    public void Echo_over_IPv6_sums_up_the_pseudo_header_too() =>

        // 8000 + both addresses (1 + 1), the length (8), the next header (3A): 8044.
        Assert.Equal("80007FBB00000000", Message("::1", IpProtocol.IcmpV6, 128));

    private static string Message(string address, IpProtocol protocol, byte type)
    {
        Packet packet = new PacketPool().Rent();
        packet.Source = packet.Destination = Address.Parse(address);
        packet.Protocol = protocol;
        packet.Icmp.Type = type;
        packet.Seal();
        byte[] bytes = new byte[packet.Length];
        PacketCodec.Write(packet, bytes);
        return Convert.ToHexString(bytes.AsSpan(packet.IpHeaderLength));
    }
}
