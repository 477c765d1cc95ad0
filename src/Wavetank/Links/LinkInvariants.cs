using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>
/// What must hold of one direction of a link, kept beside it in figures of its own: nothing gets lost uncounted, time on the wire is
/// bits by rate, order is kept, and packets wait as long as the queue is long (Little's law). It only looks.
/// </summary>
internal sealed class LinkInvariants(InvariantMonitor monitor, LinkDirection link)
{
    private readonly QueueOrder _order = new();
    private readonly TransmissionTimes _times = new();
    private long _offered;
    private long _dropped;
    private Int128 _waited;
    private long _lastSequence;
    private long _reorderedThrough;

    /// <summary>A packet came from the sending interface.</summary>
    public void OnOffered() => _offered++;

    public void OnDropped() => _dropped++;

    public void OnQueued(Packet packet, long now)
    {
        _waited -= now;
        _order.Add(packet, link.QueueOrder);
    }

    /// <summary>A packet left the queue: to be sent, or dropped.</summary>
    public void OnUnqueued(Packet packet, long now)
    {
        _waited += now;
        if (!_order.Remove(packet, link.QueueOrder))
        {
            Break("a queue gives packets back, or drops them, once each and in the order that it promises");
        }
    }

    /// <summary>The queue is replaced by one that takes the old one's packets over.</summary>
    public void OnQueueReplaced() => _order.Restart();

    public void OnTakenOver(Packet packet) => _order.Add(packet, link.QueueOrder);

    /// <summary>A packet that waited has no place in the queue that replaces its own.</summary>
    public void OnNotTakenOver(long now) => _waited += now;

    /// <summary>A packet is being sent.</summary>
    /// <param name="bytes">Its bytes on the wire.</param>
    /// <param name="time">How long that takes.</param>
    /// <param name="freeAt">Until when the packet before it was being sent.</param>
    /// <param name="now">The time.</param>
    /// <param name="rate">Bits per second; 0 for no limit, null where it is not sent at a rate.</param>
    public void OnTransmit(int bytes, long time, long freeAt, long now, long? rate)
    {
        if (freeAt > now)
        {
            Break("a link sends one packet at a time");
        }

        if (rate is null)
        {
            _times.AddUnrated(time);
        }
        else if (!_times.Add(bytes, time, freeAt, now, rate.Value))
        {
            Break("a packet takes its bits by the link's rate");
        }

        if (_times.Busy != link.Statistics.BusyNanoseconds)
        {
            Break("a link is busy for the sum of its packets' bits by its rate");
        }
    }

    /// <summary>A packet is on its way.</summary>
    /// <param name="sequence">Its place among simultaneous events.</param>
    /// <param name="mayOvertake">Whether reordering was asked for.</param>
    public void OnPropagated(long sequence, bool mayOvertake)
    {
        if (mayOvertake)
        {
            _reorderedThrough = sequence;
        }
    }

    /// <summary>A packet arrives.</summary>
    /// <param name="due">When it is to.</param>
    /// <param name="sequence">Its place among simultaneous events.</param>
    /// <param name="now">The time.</param>
    public void OnArrived(long due, long sequence, long now)
    {
        if (due != now)
        {
            Break("a packet arrives when its delay is over");
        }

        if (sequence < _lastSequence && sequence > _reorderedThrough)
        {
            Break("packets keep their order where no reordering is asked for");
        }

        _lastSequence = Math.Max(_lastSequence, sequence);
        CheckCounts();
    }

    /// <summary>All that waited or was under way is lost.</summary>
    public void OnCut() => _times.Restart();

    /// <summary>Every packet is accounted for.</summary>
    public void CheckCounts()
    {
        LinkStatistics statistics = link.Statistics;
        if (_offered + statistics.DuplicatedPackets != statistics.ArrivedPackets + _dropped + link.PacketsInside)
        {
            Break($"packets taken ({_offered}) and copied ({statistics.DuplicatedPackets}) are those that arrived ({statistics.ArrivedPackets}), were dropped ({_dropped}) or are under way ({link.PacketsInside})");
        }
    }

    /// <summary>What holds of sums, at the end of a run.</summary>
    public void CheckSums(long now)
    {
        CheckCounts();
        if (_dropped != link.Statistics.DroppedPackets)
        {
            Break("every dropped packet is counted for a reason");
        }

        // Little's law L = lambda W, times the time, as whole numbers: packets times nanoseconds on both sides.
        if (_waited + ((Int128)link.PacketsWaiting * now) != link.Statistics.QueueArea(now))
        {
            Break("the mean queue is the rate of packets times their mean wait (Little's law)");
        }
    }

    private void Break(string rule) => monitor.Break(link.Path, rule);
}
