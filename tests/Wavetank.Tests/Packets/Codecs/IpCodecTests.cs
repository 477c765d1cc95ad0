using System.Buffers.Binary;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

public sealed class IpCodecTests
{
    private const string Addresses6 = "20010DB800000000000000000000000120010DB8000000000000000000000002";

    private readonly PacketPool _pool = new();

    // Proves RFC 791 §3.1.
    [Fact]
    public void IPv4_header_is_written_as_in_a_known_example()
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.Parse("192.168.0.1");
        packet.Destination = Address.Parse("192.168.0.199");
        packet.Protocol = IpProtocol.Udp;
        packet.TimeToLive = 64;
        packet.DontFragment = true;
        packet.CarryCopy(new byte[0x73 - 28]);
        packet.Seal();
        byte[] bytes = new byte[packet.Length];
        PacketCodec.Write(packet, bytes);

        Assert.Equal("45000073000040004011B861C0A80001C0A800C7", Convert.ToHexString(bytes.AsSpan(0, 20)));
    }

    // Proves RFC 9293 MUST-50.
    [Fact]
    public void Options_of_an_IPv4_header_are_passed_over()
    {
        byte[] bytes = Convert.FromHexString("4600001C0000000040FD00000A0000010A000002" + "94040000" + "CAFEBABE");
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), InternetChecksum.Of(bytes.AsSpan(0, 24)));

        Assert.True(PacketCodec.TryParse(bytes, _pool, out Packet? packet, out _));
        Assert.Equal("CAFEBABE", Convert.ToHexString(packet.Payload));
        Assert.Equal(24, packet.Length);
    }

    // Proves RFC 6946 §4; RFC 8200 §4.1.
    [Theory]
    [InlineData("60000000" + "0004FD40", "CAFEBABE")]
    [InlineData("60000000" + "000C0040", "FD00010400000000" + "CAFEBABE")] // hop-by-hop options
    [InlineData("60000000" + "00143C40", "3C00010400000000" + "FD00010400000000" + "CAFEBABE")] // destination options twice
    [InlineData("60000000" + "000C2B40", "FD00000000000000" + "CAFEBABE")] // a route that has reached its end
    [InlineData("60000000" + "000C2C40", "FD00000000001234" + "CAFEBABE")] // an atomic fragment
    public void IPv6_extension_headers_are_passed_over(string start, string rest)
    {
        Assert.Equal(DropReason.None, Parse(start + Addresses6 + rest, out Packet? packet));
        Assert.Equal("CAFEBABE", Convert.ToHexString(packet!.Payload));
        Assert.Equal((IpProtocol)0xFD, packet.Protocol);
        Assert.False(packet.IsFragment);
        Assert.Equal(0, packet.Identification);
    }

    // Proves RFC 8200 §4.1, §4.4, §4.5.
    [Theory]
    [InlineData("60000000" + "00143C40", "0000010400000000" + "FD00010400000000" + "CAFEBABE")] // hop-by-hop options that are not first
    [InlineData("60000000" + "000C2B40", "FD00000100000000" + "CAFEBABE")] // a route with segments left
    [InlineData("60000000" + "000C0040", "FD01010400000000" + "CAFEBABE")] // an extension longer than the packet
    [InlineData("60000000" + "00040040", "CAFEBABE")] // an extension shorter than any
    [InlineData("60000000" + "000C2C40", "FD00000100001234" + "CAFEBABE")] // a ragged fragment
    [InlineData("60000000" + "00102C40", "FD00FFF800001234" + "CAFEBABECAFEBABE")] // a fragment beyond the largest datagram
    [InlineData("60000000" + "00082C40", "FD00001000001234")] // an empty fragment
    [InlineData("60000000" + "0005FD40", "CAFEBABE")] // cut short
    public void IPv6_packets_that_break_the_rules_are_malformed(string start, string rest) =>
        Assert.Equal(DropReason.Malformed, Parse(start + Addresses6 + rest, out _));

    [Fact]
    public void An_IPv4_mapped_address_on_the_wire_is_malformed() =>
        Assert.Equal(
            DropReason.Malformed,
            Parse("600000000004FD40" + "00000000000000000000FFFF0A000001" + "20010DB8000000000000000000000002" + "CAFEBABE", out _));

    [Fact]
    public void The_last_fragment_of_IPv6_keeps_its_place_and_its_identification()
    {
        Assert.Equal(DropReason.None, Parse("60000000000C2C40" + Addresses6 + "0600001000001234" + "CAFEBABE", out Packet? packet));
        Assert.True(packet!.IsFragment);
        Assert.Equal(16, packet.FragmentOffset);
        Assert.False(packet.MoreFragments);
        Assert.Equal(0x1234, packet.Identification);
        Assert.Equal(IpProtocol.Tcp, packet.Protocol);
        Assert.Equal("CAFEBABE", Convert.ToHexString(packet.Payload));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("45")]
    [InlineData("5500001400000000400600000000000000000000")]
    public void What_is_no_IP_packet_is_malformed(string hex) =>
        Assert.Equal(DropReason.Malformed, Parse(hex, out _));

    private DropReason Parse(string hex, out Packet? packet)
    {
        PacketCodec.TryParse(Convert.FromHexString(hex), _pool, out packet, out DropReason reason);
        return reason;
    }
}
