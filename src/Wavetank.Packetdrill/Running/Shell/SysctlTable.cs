using Wavetank.Packetdrill.Running.Hosts;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Packetdrill.Running.Shell;

/// <summary>
/// The system settings of Linux that scripts make (Documentation/networking/ip-sysctl): what they mean here, or that they mean nothing
/// here. One row each.
/// </summary>
internal static class SysctlTable
{
    private static readonly SysctlRow[] All =
    [
        Set("tcp_timestamps", (tcp, value) => tcp.Timestamps = value != 0),
        Set("tcp_window_scaling", (tcp, value) => tcp.WindowScaling = value != 0),
        Set("tcp_sack", (tcp, value) => tcp.Sack = value != 0),
        Set("tcp_syn_retries", (tcp, value) => tcp.SynRetries = (int)value),
        Set("tcp_syn_linear_timeouts", (tcp, value) => tcp.SynLinearTimeouts = (int)value),
        Set("tcp_max_syn_backlog", (tcp, value) => tcp.MaximumSynBacklog = (int)value),
        Set("tcp_synack_retries", (tcp, value) => tcp.SynAckRetries = (int)value),
        Set("tcp_retries2", (tcp, value) => tcp.DataRetries = (int)value),
        Set("tcp_keepalive_time", (tcp, value) => tcp.KeepAliveTime = TimeSpan.FromSeconds(value)),
        Set("tcp_keepalive_intvl", (tcp, value) => tcp.KeepAliveInterval = TimeSpan.FromSeconds(value)),
        Set("tcp_keepalive_probes", (tcp, value) => tcp.KeepAliveRetryCount = (int)value),
        Set("tcp_slow_start_after_idle", (tcp, value) => tcp.SlowStartAfterIdle = value != 0),
        new("tcp_rmem", (host, values) => SetReceiveBuffer(host, values)),
        new("tcp_ecn", (host, values) => SetEcn(host, values[0])),
        new("tcp_syncookies", (host, values) => SetSynCookies(host, values[0])),
        new("tcp_tw_reuse", (host, values) => SetTimeWaitReuse(host, values[0])),
        new("ip_local_port_range", (host, values) => SetPortRange(host, values)),

        // These say what the stack does anyway; another value would be another stack.
        Only("tcp_dsack", 1),
        Only("tcp_fack", 0),
        Only("tcp_reordering", 3),
        Only("tcp_early_retrans", 3, 4),
        Only("tcp_recovery", 1),
        Only("tcp_frto", 1, 2),
        Only("tcp_abort_on_overflow", 0),
        Only("tcp_adv_win_scale", 1),
        Only("tcp_app_win", 31),
        Only("tcp_retries1", 3),
        Only("tcp_rfc1337", 1),
        Only("tcp_fin_timeout", 60),
        new("tcp_mtu_probing", (host, values) => SetMtuProbing(host, values[0])),
        Only("tcp_thin_linear_timeouts", 0),
        Only("tcp_limit_output_bytes", 1_048_576, 4_194_304),
        Only("tcp_shrink_window", 0),
        Only("tcp_moderate_rcvbuf", 1),

        // These change nothing here: there is no segmentation offload, no cache of old connections and no Fast Open.
        Nothing("tcp_no_metrics_save"),
        Nothing("tcp_no_ssthresh_metrics_save"),
        Nothing("tcp_min_tso_segs"),
        Nothing("tcp_tso_win_divisor"),
        Nothing("tcp_tso_rtt_log"),
        Nothing("tcp_fastopen"),
        Nothing("tcp_fastopen_key"),
        Nothing("tcp_notsent_lowat"),
        Nothing("tcp_autocorking"),
        Nothing("tcp_challenge_ack_limit"),
        Nothing("tcp_invalid_ratelimit"),
        Nothing("tcp_pacing_ss_ratio"),
        Nothing("tcp_pacing_ca_ratio"),
        Nothing("tcp_mem"),
        Nothing("tcp_wmem"),
        Nothing("icmp_ratelimit"),
        Nothing("icmp_msgs_per_sec"),
    ];

    /// <summary>The row of a setting, or null.</summary>
    public static SysctlRow? Find(string name) => Array.Find(All, row => row.Name == name);

    private static SysctlRow Set(string name, Action<TcpSettings, long> set) => new(name, (host, values) =>
    {
        set(host.Tcp, values[0]);
        return null;
    });

    private static SysctlRow Only(string name, params long[] modelled) => new(name, (_, values) =>
        modelled.Contains(values[0]) ? null : $"{name} is modelled as {string.Join(" or ", modelled)} only, not as {values[0]}");

    private static SysctlRow Nothing(string name) => new(name, (_, _) => null);

    /// <summary>Least, first and largest receive buffer; the stack knows a largest one only.</summary>
    private static string? SetReceiveBuffer(HostSettings host, long[] values)
    {
        if (values.Length != 3 || values[2] is < 4096 or > int.MaxValue)
            return "tcp_rmem is three numbers of bytes: least, first and largest";
        host.Tcp.MaximumReceiveBuffer = (int)values[2];
        return null;
    }

    private static string? SetMtuProbing(HostSettings host, long value)
    {
        host.Tcp.MtuProbing = value == 1;
        return value is 0 or 1 ? null : $"tcp_mtu_probing is modelled as 0 or 1 only, not as {value}";
    }

    private static string? SetEcn(HostSettings host, long value)
    {
        EcnMode? mode = value switch { 0 => EcnMode.Off, 1 => EcnMode.Request, 2 => EcnMode.Accept, _ => null };
        host.Tcp.Ecn = mode ?? host.Tcp.Ecn;
        return mode is null ? $"tcp_ecn is modelled as 0, 1 or 2, not as {value}" : null;
    }

    private static string? SetSynCookies(HostSettings host, long value)
    {
        SynCookieMode? mode = value switch { 0 => SynCookieMode.Off, 1 => SynCookieMode.WhenFull, 2 => SynCookieMode.Always, _ => null };
        host.Tcp.SynCookies = mode ?? host.Tcp.SynCookies;
        return mode is null ? $"tcp_syncookies is 0, 1 or 2, not {value}" : null;
    }

    private static string? SetTimeWaitReuse(HostSettings host, long value)
    {
        TimeWaitReuse? mode = value switch { 0 => TimeWaitReuse.Off, 1 => TimeWaitReuse.On, 2 => TimeWaitReuse.LoopbackOnly, _ => null };
        host.Tcp.TimeWaitReuse = mode ?? host.Tcp.TimeWaitReuse;
        return mode is null ? $"tcp_tw_reuse is 0, 1 or 2, not {value}" : null;
    }

    /// <summary>The ephemeral ports, first and last.</summary>
    private static string? SetPortRange(HostSettings host, long[] values)
    {
        if (values is not [>= 1 and var first, <= ushort.MaxValue and var last] || first > last)
            return "ip_local_port_range is two numbers of ports: the first and the last";
        host.SetPortRange?.Invoke((ushort)first, (ushort)last);
        return null;
    }
}
