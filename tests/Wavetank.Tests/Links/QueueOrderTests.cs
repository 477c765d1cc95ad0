using Wavetank.Links;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Tests.Links;

public sealed class QueueOrderTests
{
    private readonly PacketPool _pool = new();
    private readonly QueueOrder _order = new();

    [Fact]
    public void A_packet_that_overtakes_in_the_queue_is_found()
    {
        Packet first = Add(PacketOrder.Arrival), second = Add(PacketOrder.Arrival);

        Assert.NotSame(first, second);
        Assert.False(_order.Remove(second, PacketOrder.Arrival));
    }

    [Fact]
    public void Packets_in_their_order_are_right()
    {
        Packet first = Add(PacketOrder.Arrival), second = Add(PacketOrder.Arrival);

        Assert.True(_order.Remove(first, PacketOrder.Arrival));
        Assert.True(_order.Remove(second, PacketOrder.Arrival));
        Assert.False(_order.Remove(first, PacketOrder.Arrival));
    }

    [Fact]
    public void Flows_may_overtake_one_another_but_not_themselves()
    {
        Packet mine = Add(PacketOrder.Flow), yours = Add(PacketOrder.Flow, port: 2), next = Add(PacketOrder.Flow, port: 2);

        Assert.True(_order.Remove(yours, PacketOrder.Flow));
        Assert.True(_order.Remove(mine, PacketOrder.Flow));
        Add(PacketOrder.Flow, port: 2);
        Assert.True(_order.Remove(next, PacketOrder.Flow));

        Packet third = Add(PacketOrder.Flow, port: 3), fourth = Add(PacketOrder.Flow, port: 3);
        Assert.False(_order.Remove(fourth, PacketOrder.Flow));
        Assert.NotSame(third, fourth);
    }

    [Fact]
    public void A_packet_that_was_not_given_is_found_whatever_the_order()
    {
        Packet known = Add(PacketOrder.Any);

        Assert.False(_order.Remove(_pool.Rent(), PacketOrder.Any));
        Assert.True(_order.Remove(known, PacketOrder.Any));
        Assert.False(_order.Remove(known, PacketOrder.Any));
    }

    [Fact]
    public void A_queue_that_takes_over_has_an_order_of_its_own()
    {
        Packet first = Add(PacketOrder.Arrival), second = Add(PacketOrder.Arrival);
        _order.Restart();
        _order.Add(second, PacketOrder.Arrival);
        _order.Add(first, PacketOrder.Arrival);

        Assert.True(_order.Remove(second, PacketOrder.Arrival));
        Assert.True(_order.Remove(first, PacketOrder.Arrival));
    }

    private Packet Add(PacketOrder order, ushort port = 1)
    {
        Packet packet = _pool.Rent();
        packet.Protocol = IpProtocol.Udp;
        packet.Udp.SourcePort = port;
        _order.Add(packet, order);
        return packet;
    }
}
