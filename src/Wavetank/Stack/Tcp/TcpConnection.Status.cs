namespace Wavetank.Stack.Tcp;

/// <summary>STATUS (RFC 9293 §3.10.6).</summary>
internal sealed partial class TcpConnection
{
    /// <summary>Segments sent and not yet acknowledged.</summary>
    internal int SegmentsOut => _sent.Count;

    /// <summary>What the invariants last saw of it.</summary>
    internal TcpCheckedState Checked => field ??= new TcpCheckedState();

    /// <summary>Retransmission timeout with its back-off, in nanoseconds.</summary>
    internal long Rto => _rto;

    /// <summary>Its samples, where connections are sampled.</summary>
    internal TcpSeries? Series { get; set; }

    /// <summary>RFC 5681 §3.1: no more is in flight than the congestion window lets out; a tail loss probe may be one more (RFC 8985 §7.3).</summary>
    internal bool IsFlightWithinWindow => SegmentsInFlight <= Cwnd || (_retransmitKind == RetransmitKind.None && SegmentsInFlight <= Cwnd + 1);

    /// <summary>A snapshot of the connection's inner state.</summary>
    public TcpInfo GetInfo() => new()
    {
        State = State,
        CongestionControl = CongestionControl.Name,
        Cwnd = Cwnd,
        Ssthresh = Ssthresh,
        SmoothedRtt = ToTimeSpan(_rtt.Smoothed),
        RttVariation = ToTimeSpan(_rtt.Variation),
        MinimumRtt = ToTimeSpan(MinimumRtt),
        Rto = ToTimeSpan(_rto),
        SendMss = SendMss,
        BytesInFlight = SndNxt - SndUna,
        Unacknowledged = _sent.Count,
        Sacked = SackedOut,
        Lost = LostOut,
        Retransmitting = RetransmittedOut,
        Retransmissions = Statistics.SegmentsRetransmitted,
        Timeouts = Statistics.Timeouts,
        BytesSent = Statistics.BytesSent,
        BytesAcknowledged = Statistics.BytesAcknowledged,
        FirstPayloadSentAt = TimeOrNull(Statistics.FirstPayloadSentAt),
        LastPayloadAcknowledgedAt = TimeOrNull(Statistics.LastPayloadAcknowledgedAt),
        BytesReceived = Statistics.BytesReceived,
        BytesRetransmitted = Statistics.BytesRetransmitted,
        SegmentsSent = Statistics.SegmentsSent,
        SegmentsReceived = Statistics.SegmentsReceived,
        SendWindow = SndWnd,
        ReceiveWindow = ReceiveWindow,
        SendQueue = _sendBuffer.Length,
        ReceiveQueue = _receiveBuffer.Length,
        DeliveryRate = DeliveryRate,
        PacingRate = PacingRate,
    };

    private static long? TimeOrNull(long time) => time < 0 ? null : time;

    private static TimeSpan ToTimeSpan(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
