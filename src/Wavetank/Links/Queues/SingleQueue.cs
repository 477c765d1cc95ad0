using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>What queues have in common that keep all packets in one line and never hold more than their limits.</summary>
internal abstract class SingleQueue(QueueContext context, int? limitPackets, long? limitBytes) : PacketQueue
{
    private readonly int _limitPackets = limitPackets ?? int.MaxValue;
    private readonly long _limitBytes = limitBytes ?? long.MaxValue;

    public sealed override int Count => Line.Count;

    public sealed override long Bytes => Line.Bytes;

    public override PacketOrder Order => PacketOrder.Arrival;

    protected PacketList Line { get; } = new();

    protected QueueContext Context { get; } = context;

    protected long Now => Context.Now.Nanoseconds;

    public override void Enqueue(Packet packet)
    {
        if (Fits(packet))
        {
            Line.Add(packet);
        }
        else
        {
            Context.Drop(packet, DropReason.QueueFull);
        }
    }

    public override Packet? Dequeue() => Line.RemoveFirst();

    public override Packet? HandOver() => Line.RemoveFirst();

    public sealed override void TakeOver(Packet packet) => Line.Add(packet);

    protected bool Fits(Packet packet) => Line.Count < _limitPackets && Line.Bytes + packet.Length <= _limitBytes;

    /// <summary>Whether it would fit an empty queue.</summary>
    protected bool MayEverFit(Packet packet) => _limitPackets > 0 && packet.Length <= _limitBytes;
}
