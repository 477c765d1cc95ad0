using System.Net.Sockets;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Stack.Tcp;

/// <summary>What a user can set on a connection. Defaults are Linux's. A listener's settings are copied to what it accepts.</summary>
internal sealed class TcpSettings
{
    /// <summary>TCP_NODELAY: small segments do not wait for acknowledgments (RFC 9293 §3.7.4, MUST-17).</summary>
    public bool NoDelay { get; set; }

    /// <summary>SO_KEEPALIVE (RFC 9293 §3.8.4, MUST-24 and MUST-25: off by default).</summary>
    public bool KeepAlive { get; set; }

    /// <summary>How long a connection is idle before the first probe. RFC 9293 §3.8.4, MUST-27 and MUST-28: two hours by default.</summary>
    public TimeSpan KeepAliveTime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The time between probes.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>Unanswered probes after which the connection is given up (RFC 9293 §3.8.4, MUST-29).</summary>
    public int KeepAliveRetryCount { get; set; } = 9;

    /// <summary>SO_LINGER; enabled with zero seconds makes Close send a RST. Waiting for other times is the socket's part.</summary>
    public LingerOption? LingerState { get; set; }

    /// <summary>Bytes of the send buffer; 0 lets it grow with the congestion window, as Linux does, up to 4 MiB.</summary>
    public int SendBufferSize { get; set; }

    /// <summary>Bytes of the receive buffer, and so the largest window; 0 lets it grow with the connection's speed, up to 6 MiB.</summary>
    public int ReceiveBufferSize { get; set; }

    /// <summary>The largest receive buffer that auto-tuning gives, in bytes, and so what the window scale is chosen for (Linux: tcp_rmem[2]).</summary>
    public int MaximumReceiveBuffer { get; set; } = TcpDefaults.MaximumReceiveBuffer;

    /// <summary>Whether the congestion window shrinks while a connection is idle (RFC 5681 §4.1; Linux: tcp_slow_start_after_idle).</summary>
    public bool SlowStartAfterIdle { get; set; } = true;

    /// <summary>TCP_USER_TIMEOUT (RFC 5482 §3): how long sent data may stay unacknowledged; zero leaves it to the count of retries.</summary>
    public TimeSpan UserTimeout { get; set; }

    /// <summary>Name of the congestion control; null means the host's default.</summary>
    public string? CongestionControl { get; set; }

    /// <summary>Time to live of the segments; 0 means the host's default.</summary>
    public byte Ttl { get; set; }

    /// <summary>DSCP of the segments, in the upper six bits.</summary>
    public byte TrafficClass { get; set; }

    /// <summary>TCP_MAXSEG: an upper bound for the segment size; 0 means that the MTU alone decides.</summary>
    public int MaximumSegmentSize { get; set; }

    /// <summary>Whether timestamps are offered (RFC 7323 §3).</summary>
    public bool Timestamps { get; set; } = true;

    /// <summary>Whether window scaling is offered (RFC 7323 §2).</summary>
    public bool WindowScaling { get; set; } = true;

    /// <summary>Whether SACK is offered (RFC 2018 §2).</summary>
    public bool Sack { get; set; } = true;

    /// <summary>Explicit congestion notification (RFC 3168). Linux's default accepts it and does not ask for it.</summary>
    public EcnMode Ecn { get; set; } = EcnMode.Accept;

    /// <summary>Whether segments are spread over the round trip instead of being sent at once (Linux: with the fq queue, or BBR).</summary>
    public bool Pacing { get; set; }

    /// <summary>
    /// Whether segments shrink when timeouts go on, in case a router drops large ones and does not say so (RFC 4821; Linux:
    /// tcp_mtu_probing, 1 for true). Off by default, as on Linux.
    /// </summary>
    public bool MtuProbing { get; set; }

    /// <summary>Retransmissions of a SYN with a growing timeout before the connection times out (Linux: tcp_syn_retries).</summary>
    public int SynRetries { get; set; } = 6;

    /// <summary>Timeouts of a SYN before the timeout grows (Linux since 6.5: tcp_syn_linear_timeouts).</summary>
    public int SynLinearTimeouts { get; set; } = 4;

    /// <summary>Retransmissions of a SYN-ACK before the half-open connection is forgotten (Linux: tcp_synack_retries).</summary>
    public int SynAckRetries { get; set; } = 5;

    /// <summary>When a listener answers a SYN without remembering it (Linux: tcp_syncookies).</summary>
    public SynCookieMode SynCookies { get; set; } = SynCookieMode.WhenFull;

    /// <summary>
    /// Without SYN cookies, three quarters of this many connections may be half-open (Linux: tcp_max_syn_backlog, which follows from the
    /// memory there: this is the value of a machine with 16 GB).
    /// </summary>
    public int MaximumSynBacklog { get; set; } = 1024;

    /// <summary>Whether a connect that picks its own port may end a TIME-WAIT (Linux: tcp_tw_reuse).</summary>
    public TimeWaitReuse TimeWaitReuse { get; set; } = TimeWaitReuse.LoopbackOnly;

    /// <summary>Retransmissions of data before the connection times out (Linux: tcp_retries2); counted in time, as Linux does.</summary>
    public int DataRetries { get; set; } = 15;

    /// <summary>The least retransmission timeout above the round-trip time. Linux's floor, unlike RFC 6298 §2.4, which says one second.</summary>
    public TimeSpan MinimumRto { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Whether what is sent is random by nature (TLS, the keys of a WebSocket), so that the digest takes in how much it is and when, but not the bytes.
    /// </summary>
    public bool IsContentRandom { get; set; }

    /// <summary>The settings of an accepted connection.</summary>
    public TcpSettings Copy() => (TcpSettings)MemberwiseClone();
}
