using System.Runtime.InteropServices;
using Wavetank.Engine;
using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>The packets of a queue once more, so that its order can be checked.</summary>
internal sealed class QueueOrder
{
    private const ulong Everybody = 0;

    // Only looked up, never walked through: nothing depends on the order of a hash.
    private readonly Dictionary<ulong, RingQueue<Packet>> _lines = [];
    private readonly HashSet<Packet> _all = [];

    public void Add(Packet packet, PacketOrder order)
    {
        _all.Add(packet);
        if (order != PacketOrder.Any)
        {
            ref RingQueue<Packet>? line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, LineOf(packet, order), out _);
            (line ??= new RingQueue<Packet>()).Enqueue(packet);
        }
    }

    /// <summary>A packet leaves. False if it is not there, or another one was to leave first.</summary>
    public bool Remove(Packet packet, PacketOrder order)
    {
        if (!_all.Remove(packet))
        {
            return false;
        }

        return order == PacketOrder.Any
            || (_lines.TryGetValue(LineOf(packet, order), out RingQueue<Packet>? line) && line.TryDequeue(out Packet? first) && first == packet);
    }

    /// <summary>Another queue, which is given the packets once more.</summary>
    public void Restart()
    {
        _lines.Clear();
        _all.Clear();
    }

    private static ulong LineOf(Packet packet, PacketOrder order) =>
        order == PacketOrder.Arrival ? Everybody : FlowHash.Of(packet, (ulong)(packet.TrafficClass >> 2) + 1);
}
