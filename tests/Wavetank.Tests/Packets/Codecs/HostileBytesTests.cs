using System.Buffers.Binary;
using FsCheck.Xunit;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Tests.Packets.Codecs;

/// <summary>Bytes from anywhere: nothing is thrown, nothing is lost from the pool, and what is taken can be written again.</summary>
public sealed class HostileBytesTests
{
    private readonly PacketPool _pool = new();
    private readonly byte[] _buffer = new byte[PacketCodec.MaximumLength];

    [Property(MaxTest = 1000)]
    public void Arbitrary_bytes(byte[] bytes) => Check(bytes);

    [Property(MaxTest = 1000)]
    public void Arbitrary_bytes_that_begin_as_a_packet(byte[] bytes, bool v4)
    {
        byte[] packet = [(byte)(v4 ? 0x45 : 0x60), .. new byte[15], .. bytes, .. bytes, .. bytes];
        packet[v4 ? 9 : 6] = bytes.Length % 2 == 0 ? (byte)6 : (byte)44;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(v4 ? 2 : 4), (ushort)Math.Max(0, packet.Length - (v4 ? 0 : 40)));
        PacketSums.PutRight(packet);
        Check(packet);
    }

    [Fact]
    public void Valid_packets_with_a_few_bytes_changed_and_the_sums_put_right()
    {
        for (ulong seed = 0; seed < 3000; seed++)
        {
            var random = new RandomStream(seed, "changes");
            Packet packet = new SamplePackets(_pool, seed).Next(64);
            byte[] bytes = _buffer[..PacketCodec.Write(packet, _buffer)];
            packet.Release();
            for (int changes = (int)random.NextInt64(6); changes > 0; changes--)
            {
                // Headers rather than payload: there is more to break.
                bytes[random.NextInt64(Math.Min(bytes.Length, 80))] = (byte)random.NextUInt64();
            }

            PacketSums.PutRight(bytes);
            Check(bytes);
        }
    }

    [Property(MaxTest = 1000)]
    public void Any_bytes_as_TCP_options(byte[] options)
    {
        Packet packet = _pool.Rent();
        packet.Source = Address.Parse("10.0.0.1");
        packet.Destination = Address.Parse("10.0.0.2");
        packet.Protocol = IpProtocol.Tcp;
        byte[] segment = new byte[60];
        options.AsSpan(0, Math.Min(options.Length, 40)).CopyTo(segment.AsSpan(20));
        segment[12] = 0xF0;
        packet.CarryCopy(segment);
        packet.MoreFragments = true; // raw bytes behind the IP header
        packet.Seal();
        byte[] bytes = _buffer[..PacketCodec.Write(packet, _buffer)];
        packet.Release();
        bytes[6] = 0;
        PacketSums.PutRight(bytes);

        Assert.True(Check(bytes));
    }

    /// <summary>Whether the bytes are a packet.</summary>
    private bool Check(byte[] bytes)
    {
        int rented = _pool.Rented;
        if (!PacketCodec.TryParse(bytes, _pool, out Packet? packet, out DropReason reason))
        {
            Assert.Null(packet);
            Assert.True(reason is DropReason.Malformed or DropReason.BadChecksum, reason.ToString());
            Assert.Equal(rented, _pool.Rented);
            return false;
        }

        Assert.Equal(DropReason.None, reason);
        int length = PacketCodec.Write(packet, _buffer);
        Assert.True(PacketCodec.TryParse(_buffer.AsSpan(0, length), _pool, out Packet? again, out reason), reason.ToString());
        Assert.Equal(PacketText.Of(packet), PacketText.Of(again));
        packet.Release();
        again.Release();
        return true;
    }
}
