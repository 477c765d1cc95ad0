using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>Every bit of packets of every kind, turned over one at a time.</summary>
public sealed class DamagedCodecTests
{
    private readonly PacketPool _pool = new();
    private readonly byte[] _seen = new byte[PacketCodec.MaximumLength];

    [Fact]
    public void What_goes_on_is_the_bytes_as_they_are_now()
    {
        ForEveryBit((original, bytes, bit) =>
        {
            Packet damaged = DamagedCodec.Read(bytes, original);
            int length = PacketCodec.Write(damaged, _seen);
            if (!IsWithoutField(original, bit))
            {
                Assert.True(bytes.AsSpan(0, length).SequenceEqual(_seen.AsSpan(0, length)), $"bit {bit} of {PacketText.Of(original)}");
            }

            Assert.True(length == bytes.Length || bit / 8 is 4 or 5 or 6, $"bit {bit} shortened the packet");
            Assert.Equal(original.Id, damaged.Id);
            damaged.Release();
        });
        Assert.Equal(0, _pool.Rented);
    }

    // Proves RFC 9293 MUST-3.
    [Fact]
    public void No_flip_in_a_tcp_udp_or_icmp_part_or_an_ipv4_header_passes_its_checksum()
    {
        int caught = 0;
        ForEveryBit((original, bytes, bit) =>
        {
            Packet damaged = DamagedCodec.Read(bytes, original);
            bool isHeader = bit / 8 < original.IpHeaderLength;
            bool isSummed = isHeader
                ? original.Source.IsIPv4
                : !original.IsFragment && original.Protocol is IpProtocol.Tcp or IpProtocol.Udp or IpProtocol.Icmp or IpProtocol.IcmpV6;
            if (isSummed && !original.IsFragment)
            {
                Assert.True(damaged.Damage is DropReason.BadChecksum or DropReason.Malformed, $"bit {bit} of {PacketText.Of(original)}");
                Assert.Equal(isHeader, damaged.IsHeaderDamaged);
                caught++;
            }

            damaged.Release();
        });
        Assert.True(caught > 10_000);
    }

    [Fact]
    public void A_flip_that_nothing_covers_changes_what_the_packet_says()
    {
        Packet original = Sample(packet => !packet.Source.IsIPv4 && packet is { Protocol: IpProtocol.Tcp, IsFragment: false });
        byte[] bytes = BytesOf(original);
        bytes[7] ^= 0x20;

        Packet damaged = DamagedCodec.Read(bytes, original);

        Assert.Equal(DropReason.None, damaged.Damage);
        Assert.Equal(original.TimeToLive ^ 0x20, damaged.TimeToLive);
        Assert.Equal(original.Tcp.SequenceNumber, damaged.Tcp.SequenceNumber);
    }

    /// <summary>The flow label, what makes an extension header of another, and the upper half of the identification and the reserved bits of an IPv6 fragment.</summary>
    private static bool IsWithoutField(Packet original, int bit) => !original.Source.IsIPv4
        && (bit / 8 is 2 or 3 or 6 || (bit / 8 == 1 && bit % 8 < 4) || (original.IsFragment && (bit / 8 is 41 or 44 or 45 || (bit / 8 == 43 && bit % 8 is 1 or 2))));

    private void ForEveryBit(Action<Packet, byte[], int> check)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            Packet original = new SamplePackets(_pool, seed).Next(60);
            byte[] bytes = BytesOf(original);
            for (int bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                check(original, bytes, bit);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            original.Release();
        }
    }

    private static byte[] BytesOf(Packet packet)
    {
        byte[] bytes = new byte[packet.Length];
        PacketCodec.Write(packet, bytes);
        return bytes;
    }

    private Packet Sample(Predicate<Packet> wanted)
    {
        var samples = new SamplePackets(_pool, 1);
        while (true)
        {
            Packet packet = samples.Next(60);
            if (wanted(packet))
            {
                return packet;
            }

            packet.Release();
        }
    }
}
