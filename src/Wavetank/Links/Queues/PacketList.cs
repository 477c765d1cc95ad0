using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>Packets in the order in which they came, with the sum of their bytes.</summary>
internal sealed class PacketList
{
    private readonly RingQueue<Packet> _packets = new();

    public int Count => _packets.Count;

    public long Bytes { get; private set; }

    public void Add(Packet packet)
    {
        Bytes += packet.Length;
        _packets.Enqueue(packet);
    }

    public Packet? RemoveFirst()
    {
        if (_packets.TryDequeue(out Packet? packet))
        {
            Bytes -= packet.Length;
        }

        return packet;
    }

    public Packet? First => _packets.TryPeek(out Packet? packet) ? packet : null;
}
