using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>Strict priority between three bands.</summary>
internal sealed class PriorityQueue(PriorityQueueOptions options, QueueContext context) : PacketQueue
{
    private readonly PacketList[] _bands = [new(), new(), new()];
    private readonly int _limitPackets = options.LimitPackets ?? int.MaxValue;
    private readonly long _limitBytes = options.LimitBytes ?? long.MaxValue;

    public override int Count => _bands[0].Count + _bands[1].Count + _bands[2].Count;

    public override long Bytes => _bands[0].Bytes + _bands[1].Bytes + _bands[2].Bytes;

    public override PacketOrder Order => PacketOrder.Flow;

    public override void Enqueue(Packet packet)
    {
        PacketList band = _bands[BandOf(packet.TrafficClass)];
        if (band.Count < _limitPackets && band.Bytes + packet.Length <= _limitBytes)
        {
            band.Add(packet);
        }
        else
        {
            context.Drop(packet, DropReason.QueueFull);
        }
    }

    public override Packet? Dequeue() => _bands[0].RemoveFirst() ?? _bands[1].RemoveFirst() ?? _bands[2].RemoveFirst();

    /// <summary>Linux's priomap after its table of the ToS bits: minimise-delay, then all else, then maximise-throughput alone.</summary>
    internal static int BandOf(byte trafficClass) => (trafficClass & 0x18) switch
    {
        0x10 => 0,
        0x08 => 2,
        _ => 1,
    };
}
