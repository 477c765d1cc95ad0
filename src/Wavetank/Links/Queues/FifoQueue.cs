using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>First in, first out; what does not fit is dropped at the tail.</summary>
internal sealed class FifoQueue(QueueOptions options) : PacketQueue
{
    private readonly RingQueue<Packet> _packets = new();
    private readonly int _limitPackets = options.LimitPackets ?? int.MaxValue;
    private readonly long _limitBytes = options.LimitBytes ?? long.MaxValue;
    private long _bytes;

    public override int Count => _packets.Count;

    public override long Bytes => _bytes;

    public override bool TryEnqueue(Packet packet)
    {
        if (_packets.Count >= _limitPackets || _bytes + packet.Length > _limitBytes)
        {
            return false;
        }

        _bytes += packet.Length;
        _packets.Enqueue(packet);
        return true;
    }

    public override Packet? Dequeue()
    {
        if (_packets.TryDequeue(out Packet? packet))
        {
            _bytes -= packet.Length;
        }

        return packet;
    }
}
