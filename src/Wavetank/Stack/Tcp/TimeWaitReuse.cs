namespace Wavetank.Stack.Tcp;

/// <summary>Whether a connect that picks its own port may take the place of a connection in TIME-WAIT (Linux: net.ipv4.tcp_tw_reuse).</summary>
internal enum TimeWaitReuse : byte
{
    /// <summary>No.</summary>
    Off,

    /// <summary>Yes, if the old connection has timestamps (RFC 6191 §2) and is a second old.</summary>
    On,

    /// <summary>The same, but only where an end is a loopback address.</summary>
    LoopbackOnly,
}
