using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>Counts of delivered segments and the rate samples that follow (draft-cheng-iccrg-delivery-rate-estimation).</summary>
internal sealed partial class TcpConnection
{
    // Linux: tcp_min_rtt_wlen, five minutes.
    private const long MinimumRttWindow = 300 * TcpDefaults.Second;

    private long _delivered;
    private long _deliveredAt;
    private long _flightStartedAt;

    // Delivered segments up to which samples are limited by the application; 0 for none.
    private long _applicationLimitedUntil;
    private long _rateDelivered;
    private long _rateInterval;
    private WindowedFilter _minimumRtt;

    /// <summary>Segments delivered since the start.</summary>
    internal long Delivered => _delivered;

    /// <summary>When the latest of them was, in nanoseconds.</summary>
    internal long DeliveredAt => _deliveredAt;

    /// <summary>Segments held to be lost since the start.</summary>
    internal int TotalLost => _lostTotal;

    /// <summary>Bytes a second, by the latest sample that was not limited by the application, or the best since.</summary>
    internal long DeliveryRate => _rateInterval == 0 ? 0 : (long)((Int128)_rateDelivered * SendMss * TcpDefaults.Second / _rateInterval);

    /// <summary>Least round-trip time of the last five minutes, in nanoseconds; 0 before the first sample.</summary>
    internal long MinimumRtt => _minimumRtt.Value;

    /// <summary>Whether the application, not the window, limits what is sent now.</summary>
    internal bool IsApplicationLimited => _applicationLimitedUntil != 0;

    /// <summary>Bytes of a full segment as the network counts them: what a pacing rate is about.</summary>
    internal int SegmentBytes => SendMss + HeadersLength + (_timestamps ? TimestampsLength : 0);

    internal ulong NextRandom() => _host.NextRandom();

    /// <summary>Samples of what is in flight now say too little.</summary>
    internal void MarkApplicationLimited() => _applicationLimitedUntil = Math.Max(1, _delivered + SegmentsInFlight);

    /// <summary>Notes with a segment what was delivered when it was sent.</summary>
    private void NoteDelivery(ref SentSegment entry, bool first, long now)
    {
        if (first)
        {
            _flightStartedAt = now;
            _deliveredAt = now;
        }

        entry.FlightStartedAt = _flightStartedAt;
        entry.DeliveredAt = _deliveredAt;
        entry.Delivered = (uint)_delivered;
        entry.Marks = _applicationLimitedUntil != 0
            ? entry.Marks | SegmentMarks.ApplicationLimited
            : entry.Marks & ~SegmentMarks.ApplicationLimited;
    }

    /// <summary>A segment is known to have reached the peer, for the first time.</summary>
    private void SegmentDelivered(ref SentSegment entry, ref AckContext context)
    {
        _delivered++;
        if (_sack)
        {
            AdvanceRack(in entry);
        }

        ref RateSample rate = ref context.Rate;
        long prior = _delivered - (int)((uint)_delivered - entry.Delivered);
        if (entry.DeliveredAt == 0 || (rate.HasPrior && prior < rate.PriorDelivered))
        {
            return;
        }

        rate.HasPrior = true;
        rate.PriorDelivered = prior;
        rate.PriorTime = entry.DeliveredAt;
        rate.IsApplicationLimited = entry.Has(SegmentMarks.ApplicationLimited);
        rate.IsRetransmission = entry.Has(SegmentMarks.EverRetransmitted);
        rate.SendInterval = entry.SentAt - entry.FlightStartedAt;
        _flightStartedAt = entry.SentAt;
    }

    private void CompleteRateSample(ref AckContext context)
    {
        if (context.Delivered > 0)
        {
            _deliveredAt = _host.Now;
        }

        if (_applicationLimitedUntil != 0 && _delivered > _applicationLimitedUntil)
        {
            _applicationLimitedUntil = 0;
        }

        ref RateSample rate = ref context.Rate;
        if (!rate.HasPrior)
        {
            return;
        }

        rate.Delivered = (int)(_delivered - rate.PriorDelivered);
        long interval = Math.Max(rate.SendInterval, _host.Now - rate.PriorTime);

        // A rate above what the least round-trip time allows comes from compressed acknowledgments.
        if (interval < MinimumRtt || interval <= 0)
        {
            return;
        }

        rate.Interval = interval;
        if (!rate.IsApplicationLimited || (Int128)rate.Delivered * _rateInterval >= (Int128)_rateDelivered * interval)
        {
            _rateDelivered = rate.Delivered;
            _rateInterval = interval;
        }
    }

    /// <summary>All that the application gave is out, and the window has room: samples from here on may say too little.</summary>
    private void CheckApplicationLimited()
    {
        if ((int)(WriteSeq - SndNxt) < SendMss && SegmentsInFlight < Cwnd && _toRetransmit == 0)
        {
            MarkApplicationLimited();
        }
    }

    private void UpdateMinimumRtt(long rtt) => _minimumRtt.AddMinimum(rtt, _host.Now, MinimumRttWindow);
}
