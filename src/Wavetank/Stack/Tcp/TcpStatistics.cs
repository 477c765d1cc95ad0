namespace Wavetank.Stack.Tcp;

/// <summary>What a connection, or all of a host's TCP, counted.</summary>
internal class TcpStatistics
{
    /// <summary>When payload was first sent, and when payload was last acknowledged; -1 before.</summary>
    public long FirstPayloadSentAt = -1;
    public long LastPayloadAcknowledgedAt = -1;
    public long SegmentsSent;
    public long SegmentsReceived;
    public long BytesSent;
    public long BytesReceived;
    public long BytesAcknowledged;
    public long BytesRetransmitted;

    /// <summary>Nanoseconds between first timeouts and the acknowledgments of new data that ended their recoveries.</summary>
    public long TimeoutTime;
    public int SegmentsRetransmitted;
    public int Timeouts;

    /// <summary>Timeouts that were the first since new data was acknowledged.</summary>
    public int TimeoutRecoveries;
    public int DuplicateAcks;
    public int FastRecoveries;
    public int SpuriousRecoveries;
    public int ResetsSent;
    public int ChallengeAcks;
    public int ZeroWindowProbes;
    public int OutOfOrderSegments;

    /// <summary>Segments that the peer reported to have come twice (RFC 2883).</summary>
    public int DuplicateSacks;

    /// <summary>Segments that were delivered and acknowledged with an echo of congestion (RFC 3168).</summary>
    public int DeliveredEcnEcho;
}
