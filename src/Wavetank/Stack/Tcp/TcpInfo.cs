namespace Wavetank.Stack.Tcp;

/// <summary>A snapshot of a connection's inner state, after Linux's <c>tcp_info</c>. Windows are in segments, as there.</summary>
public sealed record TcpInfo
{
    /// <summary>The connection's state.</summary>
    public TcpState State { get; init; }

    /// <summary>Name of the congestion control.</summary>
    public string CongestionControl { get; init; } = "";

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

    /// <summary>Retransmission timeout, with its back-off.</summary>
    public TimeSpan Rto { get; init; }

    /// <summary>Payload bytes of a full segment.</summary>
    public int SendMss { get; init; }

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

    /// <summary>Segments retransmitted since the start.</summary>
    public long Retransmissions { get; init; }

    /// <summary>Retransmission timeouts since the start.</summary>
    public long Timeouts { get; init; }

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

    /// <summary>The peer's window, in bytes.</summary>
    public long SendWindow { get; init; }

    /// <summary>Our window as advertised, in bytes.</summary>
    public long ReceiveWindow { get; init; }

    /// <summary>Bytes in the send buffer, sent or not.</summary>
    public long SendQueue { get; init; }

    /// <summary>Bytes in the receive buffer that nobody has read.</summary>
    public long ReceiveQueue { get; init; }

    /// <summary>The latest rate at which data reached the peer, in bytes per second.</summary>
    public long DeliveryRate { get; init; }

    /// <summary>The rate at which segments are paced, in bytes per second; 0 without pacing.</summary>
    public long PacingRate { get; init; }
}
