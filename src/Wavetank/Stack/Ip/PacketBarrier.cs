using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Ip;

/// <summary>
/// What keeps a host from others of the network, wherever the packets between them go: the partitions that it stands in just now. A
/// packet is kept back if one of them is there when it leaves, or when it arrives.
/// </summary>
internal sealed class PacketBarrier(NetworkStack stack)
{
    private readonly List<PartitionSide> _sides = [];

    /// <summary>Whether nothing is kept back.</summary>
    public bool IsEmpty => _sides.Count == 0;

    public void Add(PartitionSide side) => _sides.Add(side);

    /// <summary>Takes a side away; what it held goes on now, in the order in which it came, unless another partition keeps it.</summary>
    public void Remove(PartitionSide side)
    {
        _sides.Remove(side);
        while (side.Held is { } held && held.TryDequeue(out (Packet Packet, HostInterface ArrivedAt) item))
        {
            stack.Ip.Receive(item.Packet, item.ArrivedAt);
        }
    }

    /// <summary>Takes a packet that is to leave, and its ownership, if it is kept back.</summary>
    public bool TakesLeaving(Packet packet)
    {
        foreach (PartitionSide side in _sides)
        {
            // What is held is held where it arrives, so that it keeps its place among what was under way.
            if (side.StopsOutgoing && side.Held is null && side.Others.Contains(packet.Destination))
            {
                stack.Events.Drop(stack.Point, packet, DropReason.Partitioned);
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a packet that arrived, and its ownership, if it is kept back.</summary>
    public bool TakesArriving(Packet packet, HostInterface arrivedAt)
    {
        foreach (PartitionSide side in _sides)
        {
            if (!side.StopsIncoming || !side.Others.Contains(packet.Source))
            {
                continue;
            }

            if (side.Held is { } held)
            {
                held.Enqueue((packet, arrivedAt));
            }
            else
            {
                stack.Events.Drop(stack.Point, packet, DropReason.Partitioned);
            }

            return true;
        }

        return false;
    }

    /// <summary>The host lost its power, and what was held for it is lost.</summary>
    public void Forget()
    {
        foreach (PartitionSide side in _sides)
        {
            while (side.Held is { } held && held.TryDequeue(out (Packet Packet, HostInterface ArrivedAt) item))
            {
                stack.Events.Drop(stack.Point, item.Packet, DropReason.HostDown);
            }
        }
    }
}
