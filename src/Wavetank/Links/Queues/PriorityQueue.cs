using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>Strict priority between bands.</summary>
internal sealed class PriorityQueue(PriorityQueueOptions options, QueueContext context) : PacketQueue
{
    private readonly PacketList[] _bands = [.. Enumerable.Range(0, options.Bands).Select(_ => new PacketList())];
    private readonly int[] _map = [.. options.PriorityMap];
    private readonly int _limitPackets = options.LimitPackets ?? int.MaxValue;
    private readonly long _limitBytes = options.LimitBytes ?? long.MaxValue;
    private int _count;
    private long _bytes;

    public override int Count => _count;

    public override long Bytes => _bytes;

    public override PacketOrder Order => PacketOrder.Flow;

    public override void Enqueue(Packet packet)
    {
        PacketList band = _bands[BandOf(packet.TrafficClass)];
        if (band.Count < _limitPackets && band.Bytes + packet.Length <= _limitBytes)
        {
            Add(packet, band);
        }
        else
        {
            context.Drop(packet, DropReason.QueueFull);
        }
    }

    public override void TakeOver(Packet packet) => Add(packet, _bands[BandOf(packet.TrafficClass)]);

    public override Packet? Dequeue()
    {
        foreach (PacketList band in _bands)
        {
            if (band.RemoveFirst() is { } packet)
            {
                _count--;
                _bytes -= packet.Length;
                return packet;
            }
        }

        return null;
    }

    /// <summary>The band of a traffic class.</summary>
    internal int BandOf(byte trafficClass) => _map[PriorityOf(trafficClass)];

    /// <summary>Linux's priority after its table of the ToS bits (tc-prio(8)).</summary>
    private static int PriorityOf(byte trafficClass) => (trafficClass & 0x18) switch
    {
        0x10 => 6,
        0x08 => 2,
        0x18 => 4,
        _ => 0,
    };

    private void Add(Packet packet, PacketList band)
    {
        band.Add(packet);
        _count++;
        _bytes += packet.Length;
    }
}
