using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Examples;

/// <summary>A queue that sends the newest packet first, and drops the oldest when it is full.</summary>
internal sealed class NewestFirst(QueueContext context, long depth) : PacketQueue
{
    private readonly LinkedList<Packet> _waiting = new();
    private long _bytes;

    public override int Count => _waiting.Count;

    public override long Bytes => _bytes;

    public override void Enqueue(Packet packet)
    {
        if (_waiting.Count == depth && _waiting.First is { } oldest)
        {
            _waiting.RemoveFirst();
            _bytes -= oldest.Value.Length;
            context.Drop(oldest.Value, DropReason.QueueFull);
        }

        _waiting.AddLast(packet);
        _bytes += packet.Length;
    }

    public override Packet? Dequeue()
    {
        if (_waiting.Last?.Value is not { } newest)
        {
            return null;
        }

        _waiting.RemoveLast();
        _bytes -= newest.Length;
        return newest;
    }
}
