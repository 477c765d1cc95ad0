using Wavetank.Stack.Tcp.Observing;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>STATUS (RFC 9293 §3.10.6).</summary>
internal sealed partial class TcpConnection
{
    /// <summary>Segments sent and not yet acknowledged.</summary>
    internal int SegmentsOut => _sent.Count;

    /// <summary>Whether all that the user gave is acknowledged, and he has not ended the stream.</summary>
    internal bool IsAtRest => State == TcpState.Established && SndUna == WriteSeq && !Is(ConnectionFlags.FinQueued);

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
        CongestionState = (TcpCongestionState)Recovery,
        InitialSendSequence = Iss,
        InitialReceiveSequence = Irs,
        Cwnd = Cwnd,
        Ssthresh = Ssthresh,
        SmoothedRtt = ToTimeSpan(_rtt.Smoothed),
        RttVariation = ToTimeSpan(_rtt.Variation),
        MinimumRtt = ToTimeSpan(MinimumRtt),
        ReceiverRtt = ToTimeSpan(_rcvRtt),
        Rto = ToTimeSpan(_rto),
        AckTimeout = ToTimeSpan(_ackTimeout),
        SendMss = SendMss,
        ReceiveMss = _rcvMss,
        AdvertisedMss = AdvertisedMss,
        PathMtu = PathMtu,
        BytesInFlight = SndNxt - SndUna,
        Unacknowledged = _sent.Count,
        Sacked = SackedOut,
        Lost = LostOut,
        Retransmitting = RetransmittedOut,
        Reordering = _reordering,
        ReorderingEvents = _reorderingEvents,
        Delivered = _delivered + (SndUna == Iss ? 0 : 1),
        DeliveredEcnEcho = Statistics.DeliveredEcnEcho,
        DuplicateSacks = Statistics.DuplicateSacks,
        Retransmissions = Statistics.SegmentsRetransmitted,
        ConsecutiveTimeouts = _retransmits,
        Probes = _probes + _keepAliveProbes,
        Timeouts = Statistics.Timeouts,
        TimeoutRecoveries = Statistics.TimeoutRecoveries,
        TimeoutTime = ToTimeSpan(Statistics.TimeoutTime),
        BytesSent = Statistics.BytesSent,
        BytesAcknowledged = Statistics.BytesAcknowledged,
        FirstPayloadSentAt = TimeOrNull(Statistics.FirstPayloadSentAt),
        LastPayloadAcknowledgedAt = TimeOrNull(Statistics.LastPayloadAcknowledgedAt),
        BytesReceived = Statistics.BytesReceived,
        BytesRetransmitted = Statistics.BytesRetransmitted,
        SegmentsSent = Statistics.SegmentsSent,
        SegmentsReceived = Statistics.SegmentsReceived,
        OutOfOrderSegments = Statistics.OutOfOrderSegments,
        SendWindow = SndWnd,
        ReceiveWindow = ReceiveWindow,
        SendWindowScale = _sndScale,
        ReceiveWindowScale = _windowScaling ? _rcvScale : 0,
        SendQueue = _sendBuffer.Length,
        Unsent = Unsent,
        ReceiveQueue = _receiveBuffer.Length,
        DeliveryRate = DeliveryRate,
        IsApplicationLimited = IsApplicationLimited,
        PacingRate = PacingRate,
        BusyTime = ToTimeSpan(_sendingTime?.Busy(_host.Now) ?? 0),
        WindowLimitedTime = ToTimeSpan(_sendingTime?.ByWindow(_host.Now) ?? 0),
        BufferLimitedTime = ToTimeSpan(_sendingTime?.ByBuffer(_host.Now) ?? 0),
    };

    private static long? TimeOrNull(long time) => time < 0 ? null : time;

    private static TimeSpan ToTimeSpan(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
}
