using Wavetank.Packets;
using Wavetank.Tests.Packets.Codecs;

namespace Wavetank.Tests.Packets;

public sealed class PacketPoolTests
{
    [Fact]
    public void A_packet_that_is_used_again_says_nothing_of_its_former_life()
    {
        var pool = new PacketPool();
        string fresh = Headers(pool.Rent());
        for (ulong seed = 0; seed < 50; seed++)
        {
            Packet used = new SamplePackets(pool, seed).Next(10);
            used.Release();
            Packet again = pool.Rent();

            Assert.Same(used, again);
            Assert.Equal(fresh, Headers(again));
        }
    }

    /// <summary>All that a sender may leave as it is.</summary>
    private static string Headers(Packet packet)
    {
        packet.Source = packet.Destination = default;
        packet.Protocol = IpProtocol.None;
        packet.Seal();
        return PacketText.Of(packet);
    }
}
