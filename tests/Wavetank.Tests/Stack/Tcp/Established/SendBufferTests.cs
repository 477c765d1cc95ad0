using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Tests.Stack.Tcp.Established;

public sealed class SendBufferTests
{
    private readonly PacketPool _pool = new();

    [Fact]
    public void Bytes_come_out_as_they_went_in_however_the_buffer_grows()
    {
        var buffer = new SendBuffer(_pool);
        var random = new Random(1);
        var expected = new List<byte>();
        for (int round = 0; round < 2000; round++)
        {
            byte[] written = new byte[random.Next(random.Next(4) == 0 ? 40_000 : 600)];
            random.NextBytes(written);
            buffer.Append(written);
            expected.AddRange(written);
            AssertCarries(buffer, expected, random);
            int acknowledged = random.Next(3) == 0 ? expected.Count : random.Next(expected.Count + 1);
            buffer.Discard(acknowledged);
            expected.RemoveRange(0, acknowledged);
            Assert.Equal(expected.Count, buffer.Length);
        }
    }

    [Fact]
    public void A_packet_keeps_its_bytes_when_the_small_block_is_exchanged_for_a_large_one()
    {
        var buffer = new SendBuffer(_pool);
        buffer.Append([1, 2, 3]);
        Packet packet = _pool.Rent();
        buffer.Carry(packet, 0, 3);

        buffer.Append(new byte[10_000]);
        buffer.Discard(3);

        Assert.Equal([1, 2, 3], packet.Payload.ToArray());
    }

    private void AssertCarries(SendBuffer buffer, List<byte> expected, Random random)
    {
        if (expected.Count == 0)
        {
            return;
        }

        int start = random.Next(expected.Count);
        int length = Math.Min(1 + random.Next(1448), expected.Count - start);
        Packet packet = _pool.Rent();
        buffer.Carry(packet, start, length);

        Assert.Equal(expected.GetRange(start, length), packet.Payload.ToArray());
        packet.Release();
    }
}
