namespace Wavetank.Stack.Tcp.Listening;

/// <summary>When a listener answers a SYN without remembering it (RFC 4987 §3.6; Linux: net.ipv4.tcp_syncookies).</summary>
internal enum SynCookieMode : byte
{
    /// <summary>Never: a SYN for which there is no room is dropped.</summary>
    Off,

    /// <summary>Where there is no room for another half-open connection.</summary>
    WhenFull,

    /// <summary>Always.</summary>
    Always,
}
