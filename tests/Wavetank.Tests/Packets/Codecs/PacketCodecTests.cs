using FsCheck.Xunit;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

public sealed class PacketCodecTests
{
    private readonly PacketPool _pool = new();
    private readonly byte[] _buffer = new byte[PacketCodec.MaximumLength];

    // Proves RFC 9293 MUST-5; RFC 791 §3.1; RFC 8200 §3.
    [Property(MaxTest = 500)]
    public void A_packet_survives_its_bytes(ulong seed)
    {
        Packet packet = new SamplePackets(_pool, seed).Next();

        int length = PacketCodec.Write(packet, _buffer);
        Assert.True(PacketCodec.TryParse(_buffer.AsSpan(0, length), _pool, out Packet? parsed, out DropReason reason), reason.ToString());

        Assert.Equal(packet.Length, length);
        Assert.Equal(PacketText.Of(packet), PacketText.Of(parsed));
        packet.Release();
        parsed.Release();
        Assert.Equal(0, _pool.Rented);
    }

    [Property(MaxTest = 200)]
    public void Bytes_behind_a_packet_are_left_out(ulong seed, byte[] padding)
    {
        Packet packet = new SamplePackets(_pool, seed).Next();
        int length = PacketCodec.Write(packet, _buffer);
        byte[] padded = [.. _buffer[..length], .. padding];

        Assert.True(PacketCodec.TryParse(padded, _pool, out Packet? parsed, out _));

        Assert.Equal(PacketText.Of(packet), PacketText.Of(parsed));
    }

    [Fact]
    public void A_packet_cut_short_is_malformed_at_every_length()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            int length = PacketCodec.Write(new SamplePackets(_pool, seed).Next(100), _buffer);
            for (int cut = 0; cut < length; cut++)
            {
                Assert.False(PacketCodec.TryParse(_buffer.AsSpan(0, cut), _pool, out _, out DropReason reason));
                Assert.Equal(DropReason.Malformed, reason);
            }
        }
    }

    // Proves RFC 9293 MUST-3; RFC 1122 §3.2.1.2.
    [Fact]
    public void Every_flipped_bit_in_the_checksummed_area_is_caught()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            Packet packet = new SamplePackets(_pool, seed).Next(100);
            byte[] bytes = _buffer[..PacketCodec.Write(packet, _buffer)];
            for (int bit = 0; bit < 8 * bytes.Length; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                if (IsCovered(packet, bytes, bit))
                {
                    bool parsed = PacketCodec.TryParse(bytes, _pool, out _, out _);
                    Assert.False(parsed, $"seed {seed}: bit {bit} of {packet.Protocol} from {packet.Source}");
                }

                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void A_wrong_transport_checksum_is_told_from_a_malformed_packet()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            Packet packet = new SamplePackets(_pool, seed).Next();
            int length = PacketCodec.Write(packet, _buffer);
            if (packet.IsFragment || packet.Protocol == (IpProtocol)132)
            {
                continue;
            }

            _buffer[packet.IpHeaderLength] ^= 1; // the first bytes are a port, or ICMP's type
            Assert.False(PacketCodec.TryParse(_buffer.AsSpan(0, length), _pool, out _, out DropReason reason));
            Assert.Equal(DropReason.BadChecksum, reason);
        }
    }

    [Fact]
    public void A_block_that_is_used_again_does_not_change_a_parsed_packet()
    {
        Packet packet = new SamplePackets(_pool, 1).Next();
        int length = PacketCodec.Write(packet, _buffer);
        Assert.True(PacketCodec.TryParse(_buffer.AsSpan(0, length), _pool, out Packet? parsed, out _));
        string before = PacketText.Of(parsed);

        packet.Release();
        _buffer.AsSpan().Clear();
        new SamplePackets(_pool, 2).Next();

        Assert.Equal(before, PacketText.Of(parsed));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused()
    {
        Packet packet = new SamplePackets(_pool, 1).Next();

        Assert.Throws<ArgumentOutOfRangeException>(() => PacketCodec.Write(packet, new byte[packet.Length - 1]));
    }

    /// <summary>Whether a checksum covers the bit, which is flipped already.</summary>
    private static bool IsCovered(Packet packet, byte[] flipped, int bit)
    {
        int at = bit / 8;
        int transport = packet.IpHeaderLength;
        if (at >= transport)
        {
            if (packet.IsFragment || packet.Protocol == (IpProtocol)132)
            {
                return false;
            }

            // UDP: another length makes another datagram, and a checksum of zero says that there is none.
            bool isLength = at - transport is 4 or 5;
            bool isZero = flipped[transport + 6] == 0 && flipped[transport + 7] == 0;
            return packet.Protocol != IpProtocol.Udp || !(isLength || (packet.Source.IsIPv4 && isZero));
        }

        // The version tells which header it is; the header of IPv6 has no checksum, but the addresses are in the pseudo header.
        return packet.Source.IsIPv4 ? bit is < 4 or > 7
            : at is >= 8 and < 40 && !packet.IsFragment && packet.Protocol != (IpProtocol)132;
    }
}
