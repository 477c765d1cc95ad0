namespace Wavetank.Stack.Tcp;

/// <summary>What a connection, or all of a host's TCP, counted.</summary>
internal sealed class TcpStatistics
{
    /// <summary>When payload was first sent, and when payload was last acknowledged; -1 before.</summary>
    public long FirstPayloadSentAt = -1;
    public long LastPayloadAcknowledgedAt = -1;
    public long SegmentsSent;
    public long SegmentsReceived;
    public long BytesSent;
    public long BytesReceived;
    public long BytesAcknowledged;
    public long SegmentsRetransmitted;
    public long BytesRetransmitted;
    public long Timeouts;
    public long DuplicateAcks;
    public long FastRecoveries;
    public long SpuriousRecoveries;
    public long ResetsSent;
    public long ChallengeAcks;
    public long ZeroWindowProbes;
    public long OutOfOrderSegments;

    /// <summary>SYNs that a listener answered without remembering them, and what came of that (Linux: TCPExt SyncookiesSent, Recv, Failed).</summary>
    public long SynCookiesSent;
    public long SynCookiesReceived;
    public long SynCookiesFailed;

    /// <summary>SYNs and last acknowledgments that a full listener dropped (Linux: TCPExt ListenDrops).</summary>
    public long ListenDrops;
}
