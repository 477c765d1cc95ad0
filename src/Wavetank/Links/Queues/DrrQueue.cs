using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>Deficit round robin over hashed flows.</summary>
internal sealed class DrrQueue(DrrQueueOptions options, QueueContext context) : PacketQueue
{
    private readonly Flow?[] _flows = new Flow?[options.Flows];
    private readonly RingQueue<Flow> _active = new();
    private readonly int _limitPackets = options.LimitPackets ?? int.MaxValue;
    private readonly long _limitBytes = options.LimitBytes ?? long.MaxValue;
    private readonly int _quantum = options.Quantum;

    // The flow whose turn it is; it stands in no list.
    private Flow? _turn;
    private int _count;
    private long _bytes;

    public override int Count => _count;

    public override long Bytes => _bytes;

    public override PacketOrder Order => PacketOrder.Flow;

    public override void Enqueue(Packet packet)
    {
        if (_limitPackets == 0 || packet.Length > _limitBytes)
        {
            context.Drop(packet, DropReason.QueueFull);
            return;
        }

        TakeOver(packet);
        while (_count > _limitPackets || _bytes > _limitBytes)
        {
            context.Drop(Remove(Longest()), DropReason.QueueFull);
        }
    }

    public override void TakeOver(Packet packet)
    {
        ref Flow? flow = ref _flows[FlowHash.Index(packet, context.HashSalt, _flows.Length)];
        flow ??= new Flow();
        flow.Line.Add(packet);
        _count++;
        _bytes += packet.Length;
        if (!flow.IsActive)
        {
            flow.IsActive = true;
            _active.Enqueue(flow);
        }
    }

    public override Packet? Dequeue()
    {
        while (_count > 0)
        {
            if (_turn is null)
            {
                _active.TryDequeue(out _turn);
                _turn!.Deficit += _quantum;
            }

            Packet? first = _turn.Line.First;
            if (first is not null && first.Length <= _turn.Deficit)
            {
                Flow flow = _turn;
                flow.Deficit -= first.Length;
                Remove(flow);
                EndTurnOfEmpty();
                return first;
            }

            // The rest is saved for the flow's next turn; a flow without packets saves nothing.
            if (first is not null)
            {
                _active.Enqueue(_turn);
                _turn = null;
            }
            else
            {
                EndTurnOfEmpty();
            }
        }

        return null;
    }

    private void EndTurnOfEmpty()
    {
        if (_turn is { Line.Count: 0 } flow)
        {
            flow.Deficit = 0;
            flow.IsActive = false;
            _turn = null;
        }
    }

    private Packet Remove(Flow flow)
    {
        Packet packet = flow.Line.RemoveFirst()!;
        _count--;
        _bytes -= packet.Length;
        return packet;
    }

    private Flow Longest()
    {
        Flow? longest = null;
        foreach (Flow? flow in _flows)
        {
            if (flow is not null && flow.Line.Bytes > (longest?.Line.Bytes ?? 0))
            {
                longest = flow;
            }
        }

        return longest!;
    }

    private sealed class Flow
    {
        public readonly PacketList Line = new();
        public long Deficit;
        public bool IsActive;
    }
}
