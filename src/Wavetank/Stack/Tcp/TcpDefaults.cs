namespace Wavetank.Stack.Tcp;

/// <summary>TCP's numbers, with where they come from. Times are in nanoseconds.</summary>
internal static class TcpDefaults
{
    public const long Millisecond = 1_000_000;
    public const long Second = 1_000_000_000;
    public const long Never = long.MaxValue;

    /// <summary>RFC 6928 §2: ten segments; unlike RFC 6928 §2, bytes, however large they are, as Linux.</summary>
    public const int InitialWindow = 10;

    /// <summary>RFC 5681 §3.1, LW, and RFC 6928 §2, SYN: the window after a timeout, and after SYNs were lost, is one segment.</summary>
    public const int LossWindow = 1;

    /// <summary>RFC 9293 §3.7.1, MUST-15: the peer's MSS where its SYN does not say (IPv4).</summary>
    public const int DefaultMss = 536;

    /// <summary>RFC 9293 §3.7.1, MUST-15, for IPv6.</summary>
    public const int DefaultMssIPv6 = 1220;

    /// <summary>The least MSS that is believed (Linux: TCP_MIN_MSS, 8 bytes of data behind the largest header).</summary>
    public const int MinimumMss = 48;

    /// <summary>RFC 4821 §7.2: the payload that every path should take (Linux: tcp_base_mss).</summary>
    public const int BaseMss = 1024;

    /// <summary>Retransmissions after whose time a black hole is suspected (Linux: tcp_retries1).</summary>
    public const int BlackHoleRetries = 3;

    /// <summary>RFC 5681 §3.2: three duplicates tell a loss.</summary>
    public const int DuplicateThreshold = 3;

    /// <summary>RFC 9293 §3.6.1, MUST-13: two maximum segment lifetimes. Linux's, unlike RFC 9293 §3.4.2, where one is two minutes.</summary>
    public const long TimeWait = 60 * Second;

    /// <summary>How long an orphan waits in FIN-WAIT-2 for the peer's FIN (Linux: tcp_fin_timeout).</summary>
    public const long FinWait2 = 60 * Second;

    /// <summary>Least and usual delay of an acknowledgment (Linux: TCP_DELACK_MIN, TCP_ATO_MIN).</summary>
    public const long DelayedAckMinimum = 40 * Millisecond;

    /// <summary>Most delay of an acknowledgment. RFC 9293 §3.8.6.3, MUST-40: below 0.5 s; this is Linux's TCP_DELACK_MAX.</summary>
    public const long DelayedAckMaximum = 200 * Millisecond;

    /// <summary>Acknowledgments that are sent at once at the start of a connection (Linux: TCP_MAX_QUICKACKS).</summary>
    public const int MaximumQuickAcks = 16;

    /// <summary>Least time between two acknowledgments that only answer unacceptable segments (Linux: tcp_invalid_ratelimit).</summary>
    public const long ChallengeInterval = 500 * Millisecond;

    /// <summary>Retransmissions of an orphan (Linux: tcp_orphan_retries).</summary>
    public const int OrphanRetries = 8;

    /// <summary>The first receive buffer (Linux: half of tcp_rmem[1], 131072; the other half is its own).</summary>
    public const int InitialReceiveBuffer = 65_536;

    /// <summary>The largest receive window that auto-tuning gives (Linux: tcp_rmem[2]).</summary>
    public const int MaximumReceiveBuffer = 6 * 1024 * 1024;

    /// <summary>The least send buffer (Linux starts near this on Ethernet).</summary>
    public const int InitialSendBuffer = 87_040;

    /// <summary>The largest send buffer that auto-tuning gives (Linux: tcp_wmem[2]).</summary>
    public const int MaximumSendBuffer = 4 * 1024 * 1024;

    /// <summary>
    /// How long a peer's timestamp is remembered. RFC 7323 §5.5: 24 days with a clock of milliseconds; Linux's TCP_PAWS_WRAP since 6.7, for
    /// peers that count microseconds.
    /// </summary>
    public const long TimestampLife = 2147 * Second;

    /// <summary>RFC 7323 §2.3: the largest shift.</summary>
    public const int MaximumWindowScale = 14;
}
