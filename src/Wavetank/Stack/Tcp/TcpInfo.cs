namespace Wavetank.Stack.Tcp;

/// <summary>A snapshot of a connection's inner state, after Linux's <c>tcp_info</c>. Windows are in segments, as there.</summary>
public sealed record TcpInfo
{
    /// <summary>The connection's state.</summary>
    public TcpState State { get; init; }

    /// <summary>Name of the congestion control.</summary>
    public string CongestionControl { get; init; } = "";

    /// <summary>What it makes of losses (<c>tcpi_ca_state</c>).</summary>
    public TcpCongestionState CongestionState { get; init; }

    /// <summary>The first sequence number that this end used (RFC 9293 §3.3.1, ISS).</summary>
    public uint InitialSendSequence { get; init; }

    /// <summary>The first that the peer used (RFC 9293 §3.3.1, IRS); 0 before its SYN came.</summary>
    public uint InitialReceiveSequence { get; init; }

    /// <summary>Congestion window, in segments.</summary>
    public int Cwnd { get; init; }

    /// <summary>Slow-start threshold, in segments; <see cref="int.MaxValue"/> before the first congestion.</summary>
    public int Ssthresh { get; init; }

    /// <summary>Smoothed round-trip time (RFC 6298 §2).</summary>
    public TimeSpan SmoothedRtt { get; init; }

    /// <summary>Variation of the round-trip time (RFC 6298 §2).</summary>
    public TimeSpan RttVariation { get; init; }

    /// <summary>Least round-trip time seen lately; zero before the first sample.</summary>
    public TimeSpan MinimumRtt { get; init; }

    /// <summary>Round-trip time as the receiver of data estimates it; zero before the first sample (<c>tcpi_rcv_rtt</c>).</summary>
    public TimeSpan ReceiverRtt { get; init; }

    /// <summary>Retransmission timeout, with its back-off.</summary>
    public TimeSpan Rto { get; init; }

    /// <summary>How long acknowledgments are delayed now, before bounds are put to it; zero before data came (<c>tcpi_ato</c>).</summary>
    public TimeSpan AckTimeout { get; init; }

    /// <summary>Payload bytes of a full segment.</summary>
    public int SendMss { get; init; }

    /// <summary>Payload bytes of the peer's full segments, by what came; 536 before.</summary>
    public int ReceiveMss { get; init; }

    /// <summary>The MSS that our SYN carries, in bytes (<c>tcpi_advmss</c>).</summary>
    public int AdvertisedMss { get; init; }

    /// <summary>What the way to the peer lets through in one packet, IP header included, in bytes (<c>tcpi_pmtu</c>).</summary>
    public int PathMtu { get; init; }

    /// <summary>Bytes sent and not yet acknowledged.</summary>
    public long BytesInFlight { get; init; }

    /// <summary>Segments sent and not yet acknowledged.</summary>
    public int Unacknowledged { get; init; }

    /// <summary>Segments of these that the peer has, by its SACK blocks or duplicate acknowledgments.</summary>
    public int Sacked { get; init; }

    /// <summary>Segments of these that are held to be lost.</summary>
    public int Lost { get; init; }

    /// <summary>Segments of these that were sent again and are held to be in flight.</summary>
    public int Retransmitting { get; init; }

    /// <summary>By how many segments the path is held to reorder, at most; 3 before it is seen to (<c>tcpi_reordering</c>).</summary>
    public int Reordering { get; init; }

    /// <summary>How often reordering was seen since the start (<c>tcpi_reord_seen</c>).</summary>
    public int ReorderingEvents { get; init; }

    /// <summary>Segments delivered since the start, SYN and FIN included, by either kind of acknowledgment (<c>tcpi_delivered</c>).</summary>
    public long Delivered { get; init; }

    /// <summary>Segments of these whose acknowledgment echoed congestion (RFC 3168; <c>tcpi_delivered_ce</c>).</summary>
    public long DeliveredEcnEcho { get; init; }

    /// <summary>Segments that the peer reported to have come twice (RFC 2883; <c>tcpi_dsack_dups</c>).</summary>
    public long DuplicateSacks { get; init; }

    /// <summary>Segments retransmitted since the start.</summary>
    public long Retransmissions { get; init; }

    /// <summary>Timeouts since new data was last acknowledged (<c>tcpi_retransmits</c>).</summary>
    public int ConsecutiveTimeouts { get; init; }

    /// <summary>Probes of a zero window, or of a silent peer, that are not answered (<c>tcpi_probes</c>).</summary>
    public int Probes { get; init; }

    /// <summary>Retransmission timeouts since the start (<c>tcpi_total_rto</c>).</summary>
    public long Timeouts { get; init; }

    /// <summary>Timeouts of these that were the first since new data was acknowledged (<c>tcpi_total_rto_recoveries</c>).</summary>
    public long TimeoutRecoveries { get; init; }

    /// <summary>The time from such first timeouts until new data was acknowledged (<c>tcpi_total_rto_time</c>).</summary>
    public TimeSpan TimeoutTime { get; init; }

    /// <summary>Payload bytes sent, retransmissions included.</summary>
    public long BytesSent { get; init; }

    /// <summary>Payload bytes that the peer acknowledged.</summary>
    public long BytesAcknowledged { get; init; }

    /// <summary>When payload was first sent, in nanoseconds of simulated time; null before.</summary>
    public long? FirstPayloadSentAt { get; init; }

    /// <summary>When the peer last acknowledged payload, in nanoseconds of simulated time; null before.</summary>
    public long? LastPayloadAcknowledgedAt { get; init; }

    /// <summary>Payload bytes received in order.</summary>
    public long BytesReceived { get; init; }

    /// <summary>Payload bytes sent again.</summary>
    public long BytesRetransmitted { get; init; }

    /// <summary>Segments sent.</summary>
    public long SegmentsSent { get; init; }

    /// <summary>Segments received.</summary>
    public long SegmentsReceived { get; init; }

    /// <summary>Segments received above a hole (<c>tcpi_rcv_ooopack</c>).</summary>
    public long OutOfOrderSegments { get; init; }

    /// <summary>The peer's window, in bytes.</summary>
    public long SendWindow { get; init; }

    /// <summary>Our window as advertised, in bytes.</summary>
    public long ReceiveWindow { get; init; }

    /// <summary>By how many bits the peer's window field is shifted (RFC 7323 §2).</summary>
    public int SendWindowScale { get; init; }

    /// <summary>By how many bits our window field is shifted.</summary>
    public int ReceiveWindowScale { get; init; }

    /// <summary>Bytes in the send buffer, sent or not.</summary>
    public long SendQueue { get; init; }

    /// <summary>Bytes of these that were never sent (<c>tcpi_notsent_bytes</c>).</summary>
    public long Unsent { get; init; }

    /// <summary>Bytes in the receive buffer that nobody has read.</summary>
    public long ReceiveQueue { get; init; }

    /// <summary>The latest rate at which data reached the peer, in bytes per second.</summary>
    public long DeliveryRate { get; init; }

    /// <summary>Whether the application, not the window, limits what is sent (<c>tcpi_delivery_rate_app_limited</c>).</summary>
    public bool IsApplicationLimited { get; init; }

    /// <summary>The rate at which segments are paced, in bytes per second; 0 without pacing.</summary>
    public long PacingRate { get; init; }

    /// <summary>The time in which some of the program's data was not yet acknowledged (<c>tcpi_busy_time</c>).</summary>
    public TimeSpan BusyTime { get; init; }

    /// <summary>The part of it in which the peer's window kept data from being sent (<c>tcpi_rwnd_limited</c>).</summary>
    public TimeSpan WindowLimitedTime { get; init; }

    /// <summary>The part of it in which the send buffer did: all in it was under way, and the program had more (<c>tcpi_sndbuf_limited</c>).</summary>
    public TimeSpan BufferLimitedTime { get; init; }
}
