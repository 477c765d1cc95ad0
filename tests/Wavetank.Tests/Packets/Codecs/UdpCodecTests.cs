using System.Buffers.Binary;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

public sealed class UdpCodecTests
{
    private readonly PacketPool _pool = new();

    // Proves RFC 768, "Checksum".
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2")]
    [InlineData("2001:db8::1", "2001:db8::2")]
    public void A_computed_checksum_of_zero_is_sent_as_all_ones(string source, string destination)
    {
        // The payload is chosen so that everything sums up to minus zero.
        byte[] bytes = Write(source, destination, [0, 0]);
        ushort first = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(bytes.Length - 4));
        bytes = Write(source, destination, [(byte)(first >> 8), (byte)first]);

        Assert.Equal(0xFFFF, BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(bytes.Length - 4)));
        Assert.True(PacketCodec.TryParse(bytes, _pool, out _, out _));
    }

    // Proves RFC 768, "Checksum"; RFC 1122 §4.1.3.4; RFC 8200 §8.1.
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2", DropReason.None)]
    [InlineData("2001:db8::1", "2001:db8::2", DropReason.BadChecksum)]
    public void Only_IPv4_may_go_without_a_checksum(string source, string destination, DropReason expected)
    {
        byte[] bytes = Write(source, destination, [1, 2]);
        bytes.AsSpan(bytes.Length - 4, 2).Clear();

        PacketCodec.TryParse(bytes, _pool, out _, out DropReason reason);

        Assert.Equal(expected, reason);
    }

    // Proves RFC 768, "Length".
    [Theory]
    [InlineData(7, DropReason.Malformed)]
    [InlineData(11, DropReason.Malformed)]
    [InlineData(9, DropReason.None)]
    public void Length_lies_between_the_header_and_the_end_of_IP(int length, DropReason expected)
    {
        byte[] bytes = Write("10.0.0.1", "10.0.0.2", [1, 2]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(24), (ushort)length);
        bytes.AsSpan(26, 2).Clear();

        PacketCodec.TryParse(bytes, _pool, out Packet? packet, out DropReason reason);

        Assert.Equal(expected, reason);
        Assert.True(packet is null || packet.PayloadLength == length - 8);
    }

    private byte[] Write(string source, string destination, byte[] payload)
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.Parse(source);
        packet.Destination = Address.Parse(destination);
        packet.Protocol = IpProtocol.Udp;
        packet.Udp.SourcePort = 1000;
        packet.Udp.DestinationPort = 2000;
        packet.CarryCopy(payload);
        packet.Seal();
        byte[] bytes = new byte[packet.Length];
        PacketCodec.Write(packet, bytes);
        return bytes;
    }
}
