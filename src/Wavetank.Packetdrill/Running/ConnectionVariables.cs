using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Packetdrill.Running;

/// <summary>What the code of scripts may ask about a connection: the fields of Linux's <c>tcp_info</c>, and the constants for their values.</summary>
internal static class ConnectionVariables
{
    private const int NanosecondsPerMicrosecond = 1000;

    private static readonly (string Name, Func<TcpConnection, TcpInfo, object> Get)[] Fields =
    [
        ("tcpi_state", (_, info) => (long)StateNumber(info.State)),
        ("tcpi_ca_state", (_, info) => (long)info.CongestionState),
        ("tcpi_snd_cwnd", (_, info) => (long)info.Cwnd),
        ("tcpi_cwnd", (_, info) => (long)info.Cwnd),
        ("tcpi_snd_ssthresh", (_, info) => (long)info.Ssthresh),
        ("tcpi_ssthresh", (_, info) => (long)info.Ssthresh),
        ("tcpi_unacked", (_, info) => (long)info.Unacknowledged),
        ("tcpi_sacked", (_, info) => (long)info.Sacked),
        ("tcpi_lost", (_, info) => (long)info.Lost),
        ("tcpi_retrans", (_, info) => (long)info.Retransmitting),
        ("tcpi_total_retrans", (_, info) => info.Retransmissions),
        ("tcpi_rto", (_, info) => Microseconds(info.Rto)),
        ("tcpi_rtt", (_, info) => Microseconds(info.SmoothedRtt)),
        ("tcpi_rttvar", (_, info) => Microseconds(info.RttVariation)),
        ("tcpi_min_rtt", (_, info) => Microseconds(info.MinimumRtt)),
        ("tcpi_snd_mss", (_, info) => (long)info.SendMss),
        ("tcpi_pmtu", (_, info) => (long)info.PathMtu),
        ("tcpi_bytes_acked", (_, info) => info.BytesAcknowledged),
        ("tcpi_bytes_received", (_, info) => info.BytesReceived),
        ("tcpi_bytes_sent", (_, info) => info.BytesSent),
        ("tcpi_bytes_retrans", (_, info) => info.BytesRetransmitted),
        ("tcpi_segs_out", (_, info) => info.SegmentsSent),
        ("tcpi_segs_in", (_, info) => info.SegmentsReceived),
        ("tcpi_notsent_bytes", (_, info) => info.Unsent),
        ("tcpi_snd_wnd", (_, info) => info.SendWindow),
        ("tcpi_rcv_wnd", (_, info) => info.ReceiveWindow),
        ("tcpi_delivery_rate", (_, info) => info.DeliveryRate),
        ("tcpi_pacing_rate", (_, info) => info.PacingRate),
        ("tcpi_delivery_rate_app_limited", (_, info) => info.IsApplicationLimited ? 1L : 0),
        ("tcpi_reordering", (_, info) => (long)info.Reordering),
        ("tcpi_reord_seen", (_, info) => (long)info.ReorderingEvents),
        ("tcpi_delivered", (_, info) => info.Delivered),
        ("tcpi_delivered_ce", (_, info) => info.DeliveredEcnEcho),
        ("tcpi_dsack_dups", (_, info) => info.DuplicateSacks),
        ("tcpi_retransmits", (_, info) => (long)info.ConsecutiveTimeouts),
        ("tcpi_probes", (_, info) => (long)info.Probes),
        ("tcpi_total_rto", (_, info) => info.Timeouts),
        ("tcpi_total_rto_recoveries", (_, info) => info.TimeoutRecoveries),
        ("tcpi_total_rto_time", (_, info) => (long)info.TimeoutTime.TotalMilliseconds),
        ("tcpi_rcv_ooopack", (_, info) => info.OutOfOrderSegments),
        ("tcpi_rcv_mss", (_, info) => (long)info.ReceiveMss),
        ("tcpi_advmss", (_, info) => (long)info.AdvertisedMss),
        ("tcpi_rcv_rtt", (_, info) => Microseconds(info.ReceiverRtt)),
        ("tcpi_ato", (_, info) => Microseconds(info.AckTimeout)),
        ("tcpi_snd_wscale", (_, info) => (long)info.SendWindowScale),
        ("tcpi_rcv_wscale", (_, info) => (long)info.ReceiveWindowScale),
        ("tcpi_busy_time", (_, info) => Microseconds(info.BusyTime)),
        ("tcpi_rwnd_limited", (_, info) => Microseconds(info.WindowLimitedTime)),
        ("tcpi_sndbuf_limited", (_, info) => Microseconds(info.BufferLimitedTime)),
    ];

    private static readonly (string Name, long Value)[] Constants =
    [
        ("TCP_ESTABLISHED", 1), ("TCP_SYN_SENT", 2), ("TCP_SYN_RECV", 3), ("TCP_FIN_WAIT1", 4), ("TCP_FIN_WAIT2", 5), ("TCP_TIME_WAIT", 6),
        ("TCP_CLOSE", 7), ("TCP_CLOSE_WAIT", 8), ("TCP_LAST_ACK", 9), ("TCP_LISTEN", 10), ("TCP_CLOSING", 11),
        ("TCP_CA_Open", 0), ("TCP_CA_Disorder", 1), ("TCP_CA_CWR", 2), ("TCP_CA_Recovery", 3), ("TCP_CA_Loss", 4),
        ("TCP_INFINITE_SSTHRESH", int.MaxValue),
    ];

    /// <summary>Whether the name is of the kind that Linux's <c>tcp_info</c> has.</summary>
    public static bool IsField(string name) => name.StartsWith("tcpi_", StringComparison.Ordinal);

    /// <summary>The value of a name; null where it is not known, or is a connection's and there is none.</summary>
    public static object? Find(string name, TcpConnection? connection)
    {
        if (Array.Find(Constants, row => row.Name == name) is { Name: not null } constant)
            return constant.Value;
        return connection is not null && Array.Find(Fields, row => row.Name == name) is { Name: not null } field
            ? field.Get(connection, connection.GetInfo())
            : null;
    }

    private static object Microseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick / NanosecondsPerMicrosecond;

    private static long StateNumber(TcpState state) => state switch
    {
        TcpState.Established => 1,
        TcpState.SynSent => 2,
        TcpState.SynReceived => 3,
        TcpState.FinWait1 => 4,
        TcpState.FinWait2 => 5,
        TcpState.TimeWait => 6,
        TcpState.CloseWait => 8,
        TcpState.LastAck => 9,
        TcpState.Closing => 11,
        _ => 7,
    };
}
