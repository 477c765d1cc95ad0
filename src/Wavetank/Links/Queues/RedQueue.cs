using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Queues;

/// <summary>Random early detection before one line of packets.</summary>
internal sealed class RedQueue(RedQueueOptions options, QueueContext context) : SingleQueue(context, null, options.LimitBytes)
{
    // tc-red(8) has this where it is not told the rate; here only a link without a rate needs it.
    private const long AssumedRate = 10_000_000;
    private const long AdaptationInterval = SimulationTime.NanosecondsPerSecond / 2;

    private readonly double _weight = RedCurve.Weight(options.BurstPackets, (double)options.Minimum / options.AveragePacket);
    private double _average;
    private double _most = options.Probability;
    private long _count = -1;
    private long _idleSince = -1;
    private long _nextAdaptation = AdaptationInterval;

    /// <summary>The average queue in bytes.</summary>
    public double Average => _average;

    public override void Enqueue(Packet packet)
    {
        UpdateAverage();
        if (options.Adaptive)
        {
            Adapt();
        }

        if (IsChosen() && !(options.Ecn && Context.TryMark(packet)))
        {
            Context.Drop(packet, DropReason.QueueEarly);
            return;
        }

        base.Enqueue(packet);
    }

    public override Packet? Dequeue()
    {
        Packet? packet = base.Dequeue();
        NoteIdle();
        return packet;
    }

    public override Packet? HandOver()
    {
        Packet? packet = base.HandOver();
        NoteIdle();
        return packet;
    }

    private void NoteIdle()
    {
        if (Count == 0)
        {
            _idleSince = Now;
        }
    }

    private void UpdateAverage()
    {
        if (_idleSince >= 0 && Count == 0)
        {
            long rate = Context.Rate.IsUnlimited ? AssumedRate : Context.Rate.BitsPerSecond;
            long packets = (long)((Int128)(Now - _idleSince) * rate / (options.AveragePacket * 8L * SimulationTime.NanosecondsPerSecond));
            _average = RedCurve.AfterIdle(_average, _weight, packets);
            _idleSince = -1;
        }
        else
        {
            _average += _weight * (Bytes - _average);
        }
    }

    private bool IsChosen()
    {
        double probability = RedCurve.Probability(_average, options, _most);
        if (probability <= 0)
        {
            _count = -1;
            return false;
        }

        _count++;
        if (probability < 1 && !Context.Random.NextBoolean(RedCurve.Spread(probability, _count)))
        {
            return false;
        }

        // The next packet has none before it that was spared.
        _count = -1;
        return true;
    }

    // Floyd, Gummadi, Shenker 2001, §4, with its constants. It is worked out when a packet comes, for the time since the last one.
    private void Adapt()
    {
        double target = 0.4 * (options.Maximum - options.Minimum);
        for (int i = 0; _nextAdaptation <= Now && i < 64; i++, _nextAdaptation += AdaptationInterval)
        {
            if (_average > options.Minimum + (1.5 * target) && _most <= 0.5)
            {
                _most += Math.Min(0.01, _most / 4);
            }
            else if (_average < options.Minimum + target && _most >= 0.01)
            {
                _most *= 0.9;
            }
        }

        _nextAdaptation = Math.Max(_nextAdaptation, Now - AdaptationInterval);
    }
}
