using Wavetank.Sockets.Transports;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>The socket options that scripts may use: one row each.</summary>
internal static class OptionTable
{
    private const string OfSocket = "SOL_SOCKET";
    private const string OfTcp = "SOL_TCP";
    private const string OfIP = "SOL_IP";
    private const string OfIPv6 = "SOL_IPV6";

    private static readonly OptionRow[] All =
    [
        new(OfSocket, "SO_REUSEADDR", f => f.Transport.Settings.ReuseAddress ? 1 : 0, (f, value) => f.Transport.Settings.ReuseAddress = value != 0),
        new(OfSocket, "SO_KEEPALIVE", f => f.Transport.Settings.Tcp.KeepAlive ? 1 : 0, (f, value) => f.Transport.Settings.Tcp.KeepAlive = value != 0),
        new(OfSocket, "SO_BROADCAST", f => f.Transport.Settings.Broadcast ? 1 : 0, (f, value) => f.Transport.Settings.Broadcast = value != 0),
        new(OfSocket, "SO_SNDBUF",
            f => SocketBuffers.Reported(f.Transport.Settings.SendBufferSize, SocketBuffers.LeastSend),
            (f, value) => f.Transport.Settings.SendBufferSize = SocketBuffers.Granted((int)value, SocketBuffers.LeastSend)),
        new(OfSocket, "SO_RCVBUF",
            f => SocketBuffers.Reported(f.Transport.Settings.ReceiveBufferSize, SocketBuffers.LeastReceive),
            (f, value) => f.Transport.Settings.ReceiveBufferSize = SocketBuffers.Granted((int)value, SocketBuffers.LeastReceive)),
        new(OfSocket, "SO_ERROR", f => f.Transport.TakeError() is var error && error == 0 ? 0 : Errno.NumberOf(error)),
        new(OfSocket, "SO_ZEROCOPY", f => f.ZeroCopy.IsEnabled ? 1 : 0, (f, value) => f.ZeroCopy.IsEnabled = value != 0),
        new(OfSocket, "SO_TYPE", f => f.Transport is StreamTransport ? 1 : 2),

        // What no packet shows here.
        new(OfSocket, "SO_PRIORITY", _ => 0, (_, _) => { }),
        new(OfSocket, "SO_MARK", _ => 0, (_, _) => { }),
        new(OfSocket, "SO_DEBUG", _ => 0, (_, _) => { }),

        new(OfTcp, "TCP_NODELAY", f => f.Transport.Settings.Tcp.NoDelay ? 1 : 0, (f, value) => f.Transport.Settings.Tcp.NoDelay = value != 0),
        new(OfTcp, "TCP_MAXSEG",
            f => f.Connection?.SendMss ?? f.Transport.Settings.Tcp.MaximumSegmentSize,
            (f, value) => f.Transport.Settings.Tcp.MaximumSegmentSize = (int)value),
        new(OfTcp, "TCP_KEEPIDLE", f => Seconds(f.Transport.Settings.Tcp.KeepAliveTime), (f, value) => f.Transport.Settings.Tcp.KeepAliveTime = TimeSpan.FromSeconds(value)),
        new(OfTcp, "TCP_KEEPINTVL", f => Seconds(f.Transport.Settings.Tcp.KeepAliveInterval), (f, value) => f.Transport.Settings.Tcp.KeepAliveInterval = TimeSpan.FromSeconds(value)),
        new(OfTcp, "TCP_KEEPCNT", f => f.Transport.Settings.Tcp.KeepAliveRetryCount, (f, value) => f.Transport.Settings.Tcp.KeepAliveRetryCount = (int)value),
        new(OfTcp, "TCP_SYNCNT", f => f.Transport.Settings.Tcp.SynRetries, (f, value) => f.Transport.Settings.Tcp.SynRetries = (int)value),
        new(OfTcp, "TCP_USER_TIMEOUT",
            f => (long)f.Transport.Settings.Tcp.UserTimeout.TotalMilliseconds,
            (f, value) => f.Transport.Settings.Tcp.UserTimeout = TimeSpan.FromMilliseconds(value)),
        new(OfTcp, "TCP_INQ", f => f.ReportsQueued ? 1 : 0, (f, value) => f.ReportsQueued = value != 0),

        new(OfIP, "IP_TOS", f => f.Transport.Settings.TypeOfService, (f, value) => f.Transport.Settings.TypeOfService = (byte)value),
        new(OfIP, "IP_TTL", f => f.Transport.Settings.Ttl, (f, value) => f.Transport.Settings.Ttl = (byte)value),
        new(OfIPv6, "IPV6_TCLASS", f => f.Transport.Settings.TypeOfService, (f, value) => f.Transport.Settings.TypeOfService = (byte)value),
        new(OfIPv6, "IPV6_UNICAST_HOPS", f => f.Transport.Settings.Ttl, (f, value) => f.Transport.Settings.Ttl = (byte)value),
        new(OfIPv6, "IPV6_V6ONLY", f => f.Transport.Settings.DualMode ? 0 : 1, (f, value) => f.Transport.Settings.DualMode = value == 0),
    ];

    /// <summary>The row of an option, or null.</summary>
    public static OptionRow? Find(string level, string name)
    {
        string usual = level switch
        {
            "IPPROTO_TCP" => OfTcp,
            "IPPROTO_IP" => OfIP,
            "IPPROTO_IPV6" => OfIPv6,
            _ => level,
        };
        return Array.Find(All, row => row.Level == usual && row.Name == name);
    }

    private static long Seconds(TimeSpan time) => (long)time.TotalSeconds;
}
