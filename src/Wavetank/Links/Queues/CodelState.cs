using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>CoDel before one line of packets: the routines of RFC 8289 §5.5 and §5.6.</summary>
internal sealed class CodelState
{
    // When waits will have been above the target for an interval; 0 while they are not.
    private long _firstAbove;
    private long _dropNext;
    private int _count;
    private int _lastCount;
    private bool _isDropping;
    private bool _isMarked;

    /// <summary>The packet to be sent next, after dropping or marking what the control law says; null when none is left.</summary>
    public Packet? Dequeue(PacketList line, CodelParameters parameters)
    {
        _isMarked = false;
        Packet? packet = DequeueByLaw(line, parameters);

        // RFC 8290 §5.2.7: beside the control law, what waited longer than the threshold is marked.
        if (packet is not null && !_isMarked && parameters.Context.WaitNanoseconds(packet) > parameters.CeThreshold)
        {
            parameters.Context.TryMark(packet);
        }

        return packet;
    }

    private Packet? DequeueByLaw(PacketList line, CodelParameters parameters)
    {
        long now = parameters.Context.Now.Nanoseconds;
        Packet? packet = Take(line, parameters, now, out bool mayDrop);
        if (_isDropping)
        {
            if (!mayDrop)
            {
                _isDropping = false;
            }

            // RFC 8289 §5.5: more than one may be due; each is dropped at the time of the first packet after it.
            while (_isDropping && now >= _dropNext)
            {
                _count++;
                if (TryMark(packet!, parameters))
                {
                    _dropNext = parameters.NextDrop(_dropNext, _count);
                    break;
                }

                parameters.Context.Drop(packet!, DropReason.QueueEarly);
                packet = Take(line, parameters, now, out mayDrop);
                if (mayDrop)
                {
                    _dropNext = parameters.NextDrop(_dropNext, _count);
                }
                else
                {
                    _isDropping = false;
                }
            }
        }
        else if (mayDrop)
        {
            if (!TryMark(packet!, parameters))
            {
                parameters.Context.Drop(packet!, DropReason.QueueEarly);
                packet = Take(line, parameters, now, out _);
            }

            Enter(parameters, now);
        }

        return packet;
    }

    private void Enter(CodelParameters parameters, long now)
    {
        _isDropping = true;

        // RFC 8289 §5.5: where dropping ended a short while ago, it goes on near the rate that controlled the queue then.
        int delta = _count - _lastCount;
        _count = delta > 1 && now - _dropNext < 16 * parameters.Interval ? delta : 1;
        _dropNext = parameters.NextDrop(now, _count);
        _lastCount = _count;
    }

    // RFC 8289 §5.6: the next packet, and whether waits have been above the target for an interval.
    private Packet? Take(PacketList line, CodelParameters parameters, long now, out bool mayDrop)
    {
        mayDrop = false;
        if (line.RemoveFirst() is not { } packet)
        {
            _firstAbove = 0;
            return null;
        }

        if (parameters.Context.WaitNanoseconds(packet) < parameters.Target || line.Bytes <= CodelParameters.LargestPacket)
        {
            _firstAbove = 0;
        }
        else if (_firstAbove == 0)
        {
            _firstAbove = now + parameters.Interval;
        }
        else
        {
            mayDrop = now >= _firstAbove;
        }

        return packet;
    }

    private bool TryMark(Packet packet, CodelParameters parameters) => _isMarked = parameters.Ecn && parameters.Context.TryMark(packet);
}
