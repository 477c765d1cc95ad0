using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>FQ-CoDel: RFC 8290 §4.1 when a packet comes, and §4.2 when one leaves.</summary>
internal sealed class FqCodelQueue(FqCodelQueueOptions options, QueueContext context) : PacketQueue
{
    // RFC 8290 §4.1: half of the fattest flow is dropped at once, but no more than this, because looking for it takes long.
    private const int DropBatch = 64;

    private readonly FqFlow?[] _flows = new FqFlow?[options.Flows];
    private readonly RingQueue<FqFlow> _new = new();
    private readonly RingQueue<FqFlow> _old = new();
    private readonly CodelParameters _codel = new(context, options.Target, options.Interval, options.Ecn, options.CeThreshold);
    private readonly int _quantum = options.Quantum;
    private readonly int _limitPackets = options.LimitPackets;
    private readonly long _limitBytes = options.MemoryLimit;
    private int _count;
    private long _bytes;

    public override int Count => _count;

    public override long Bytes => _bytes;

    public override PacketOrder Order => PacketOrder.Flow;

    public override void Enqueue(Packet packet)
    {
        Add(packet);
        while (_count > _limitPackets || _bytes > _limitBytes)
        {
            DropFromFattest();
        }
    }

    public override void TakeOver(Packet packet) => Add(packet);

    public override Packet? Dequeue()
    {
        while (TryPeek(out FqFlow? flow, out RingQueue<FqFlow>? list))
        {
            if (flow.Deficit <= 0)
            {
                // RFC 8290 §4.2: a flow that has used up its quantum waits behind the old flows.
                flow.Deficit += _quantum;
                list.TryDequeue(out _);
                _old.Enqueue(flow);
                continue;
            }

            int count = flow.Line.Count;
            long bytes = flow.Line.Bytes;
            Packet? packet = flow.Codel.Dequeue(flow.Line, _codel);
            _count -= count - flow.Line.Count;
            _bytes -= bytes - flow.Line.Bytes;
            if (packet is not null)
            {
                flow.Deficit -= packet.Length;
                return packet;
            }

            list.TryDequeue(out _);
            if (list == _new && _old.Count > 0)
            {
                // RFC 8290 §4.2: an empty new flow goes to the old ones first, lest one that comes again and again starves them.
                _old.Enqueue(flow);
            }
            else
            {
                flow.IsActive = false;
            }
        }

        return null;
    }

    public override Packet? HandOver()
    {
        while (TryPeek(out FqFlow? flow, out RingQueue<FqFlow>? list))
        {
            if (flow.Line.RemoveFirst() is { } packet)
            {
                _count--;
                _bytes -= packet.Length;
                return packet;
            }

            list.TryDequeue(out _);
            flow.IsActive = false;
        }

        return null;
    }

    private void Add(Packet packet)
    {
        ref FqFlow? place = ref _flows[FlowHash.Index(packet, context.HashSalt, _flows.Length)];
        FqFlow flow = place ??= new FqFlow();
        flow.Line.Add(packet);
        _count++;
        _bytes += packet.Length;
        if (!flow.IsActive)
        {
            flow.IsActive = true;
            flow.Deficit = _quantum;
            _new.Enqueue(flow);
        }
    }

    private bool TryPeek(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FqFlow? flow,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RingQueue<FqFlow>? list)
    {
        list = _new.Count > 0 ? _new : _old;
        return list.TryPeek(out flow);
    }

    private void DropFromFattest()
    {
        FqFlow? fattest = null;
        foreach (FqFlow? flow in _flows)
        {
            if (flow is not null && flow.Line.Bytes > (fattest?.Line.Bytes ?? 0))
            {
                fattest = flow;
            }
        }

        long enough = fattest!.Line.Bytes / 2;
        for (int i = 0; i < DropBatch && fattest.Line.Count > 0 && (i == 0 || fattest.Line.Bytes > enough); i++)
        {
            Packet packet = fattest.Line.RemoveFirst()!;
            _count--;
            _bytes -= packet.Length;
            context.Drop(packet, DropReason.QueueFull);
        }
    }

    private sealed class FqFlow
    {
        public readonly PacketList Line = new();
        public readonly CodelState Codel = new();
        public long Deficit;
        public bool IsActive;
    }
}
