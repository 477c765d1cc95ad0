using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Tests.Links;

public sealed class QueueOrderTests
{
    private readonly PacketPool _pool = new();
    private readonly QueueOrder _order = new();

    [Fact]
    public void A_packet_that_overtakes_in_the_queue_is_found()
    {
        Packet first = _pool.Rent(), second = _pool.Rent();
        _order.Add(first);
        _order.Add(second);

        Assert.False(_order.Remove(second, keepsOrder: true));
    }

    [Fact]
    public void Packets_in_their_order_are_right()
    {
        Packet first = _pool.Rent(), second = _pool.Rent();
        _order.Add(first);
        _order.Add(second);

        Assert.True(_order.Remove(first, keepsOrder: true));
        Assert.True(_order.Remove(second, keepsOrder: true));
        Assert.False(_order.Remove(first, keepsOrder: true));
    }

    [Fact]
    public void Of_a_queue_that_was_replaced_only_new_packets_are_looked_at()
    {
        Packet old = _pool.Rent(), added = _pool.Rent();
        _order.Add(_pool.Rent());
        _order.Restart(kept: 1);
        _order.Add(added);

        Assert.True(_order.Remove(old, keepsOrder: true));
        Assert.True(_order.Remove(added, keepsOrder: true));
    }
}
