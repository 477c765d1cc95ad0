using Wavetank.Links.Queues;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>How packets come to the transmitter: at once where it is free, or through the queue.</summary>
internal sealed partial class LinkDirection
{
    // Made when a packet first needs it: most directions of most links never let one wait.
    private PacketQueue? _queue;
    private LinkQueueContext? _queueContext;
    private TransmitterFree? _transmitterFree;

    // Whether a packet that need not wait passes the queue by.
    private bool _passesBy;

    // While the queue is being given a packet: that packet, until it is dropped.
    private Packet? _arriving;
    private bool _takesOver;
    private bool _handsOver;

    /// <summary>Packets that wait to be sent.</summary>
    public int PacketsWaiting => _queue?.Count ?? 0;

    /// <summary>The order that the queue promises.</summary>
    public PacketOrder QueueOrder => _queue?.Order ?? PacketOrder.Arrival;

    /// <summary>Takes a packet from the sending interface, and its ownership.</summary>
    public void Send(Packet packet)
    {
        Invariants?.OnOffered();
        if (!_isUp)
        {
            Drop(packet, DropReason.LinkDown);
        }
        else if (PacketsInside >= _limit)
        {
            Drop(packet, DropReason.QueueFull);
        }
        else if (_busyUntil <= Now && _passesBy && PacketsWaiting == 0)
        {
            Transmit(packet);
        }
        else
        {
            Enqueue(packet);
        }

        Invariants?.CheckCounts();
    }

    /// <summary>The queue drops a packet.</summary>
    public void DropFromQueue(Packet packet, DropReason reason)
    {
        // One that comes never was in the queue; in one that is replaced nobody looks at the order any more.
        if (_handsOver || (_takesOver && packet == _arriving))
        {
            Invariants?.OnNotTakenOver(Now);
        }
        else if (packet != _arriving)
        {
            Invariants?.OnUnqueued(packet, Now);
        }

        if (packet == _arriving)
        {
            _arriving = null;
        }

        Drop(packet, reason);
    }

    private void Enqueue(Packet packet)
    {
        PacketQueue queue = _queue ??= CreateQueue(_options.Queue);
        packet.QueuedAt = Now;
        _arriving = packet;
        queue.Enqueue(packet);
        if (_arriving is not null)
        {
            _arriving = null;
            _context.Events.Raise(PacketEventKind.Queued, _point, packet);
            Invariants?.OnQueued(packet, Now);
        }

        if (_busyUntil <= Now && !IsAboutToSend)
        {
            SendNext();
            return;
        }

        Statistics.QueueChanged(queue.Count, Now);
        if (queue.Count > 0 && !IsWoken)
        {
            WakeAt(_busyUntil);
        }
    }

    private bool IsWoken => _transmitterFree is { IsScheduled: true };

    /// <summary>Whether the next packet is taken from the queue at this very instant, as soon as what else happens now has happened.</summary>
    private bool IsAboutToSend => IsWoken && _transmitterFree!.DueTime <= Now;

    private void SendNext()
    {
        PacketQueue queue = _queue!;
        Packet? packet = queue.Dequeue();
        Statistics.QueueChanged(queue.Count, Now);
        if (packet is not null)
        {
            Statistics.CountWait(Now - packet.QueuedAt);
            Invariants?.OnUnqueued(packet, Now);
            Transmit(packet);
            if (queue.Count > 0)
            {
                WakeAt(_busyUntil);
            }
        }
        else if (queue.Count > 0 && _queueContext!.AskAgain is > 0 and var time)
        {
            WakeAt(Math.Max(time, Now + 1));
        }

        if (_queueContext is { } context)
        {
            context.AskAgain = 0;
        }

        Invariants?.CheckCounts();
    }

    private void WakeAt(long time) => _context.Simulator.ScheduleAt(_transmitterFree ??= new TransmitterFree(this), time);

    private PacketQueue CreateQueue(QueueOptions options) => options.Create(_queueContext ??= new LinkQueueContext(_context, this));

    private void SetQueueOptions(QueueOptions options)
    {
        options.Validate();
        _passesBy = !options.SeesEveryPacket;
    }

    /// <summary>
    /// What waits goes on waiting in another queue, in the order in which it came. Unlike Linux, where the packets of a queue that is replaced are dropped: nothing is
    /// lost that nobody asked to be lost, so the new queue takes them beyond its limits, too.
    /// </summary>
    private void ReplaceQueue(QueueOptions options)
    {
        SetQueueOptions(options);
        if (_queue is not { } old)
        {
            return;
        }

        List<Packet> waiting = [];
        _handsOver = true;
        while (old.HandOver() is { } packet)
        {
            waiting.Add(packet);
        }

        _handsOver = false;
        _queue = CreateQueue(options);
        Invariants?.OnQueueReplaced();

        // A queue hands over in the order of its service. Packets that came at once stay as they are: sorting is stable.
        foreach (Packet packet in waiting.OrderBy(packet => packet.QueuedAt))
        {
            TakeOver(packet);
        }

        Statistics.QueueChanged(_queue.Count, Now);

        // The old queue may have held packets back that the new one does not.
        if (_queue.Count > 0 && !(IsWoken && _transmitterFree!.DueTime <= Math.Max(_busyUntil, Now)))
        {
            WakeAt(Math.Max(_busyUntil, Now));
        }
    }

    private void TakeOver(Packet packet)
    {
        _arriving = packet;
        _takesOver = true;
        _queue!.TakeOver(packet);
        _takesOver = false;
        if (_arriving is not null)
        {
            _arriving = null;
            Invariants?.OnTakenOver(packet);
        }
    }

    /// <summary>All that waits is lost.</summary>
    private void ClearQueue()
    {
        while (_queue?.HandOver() is { } packet)
        {
            Invariants?.OnUnqueued(packet, Now);
            Drop(packet, DropReason.LinkDown);
        }

        Statistics.QueueChanged(PacketsWaiting, Now);
        if (_transmitterFree is not null)
        {
            _context.Simulator.Cancel(_transmitterFree);
        }
    }

    private sealed class TransmitterFree(LinkDirection direction) : Engine.SimulationEvent
    {
        protected internal override void Fire() => direction.SendNext();
    }
}
