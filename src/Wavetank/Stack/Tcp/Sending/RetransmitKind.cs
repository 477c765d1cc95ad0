namespace Wavetank.Stack.Tcp.Sending;

/// <summary>What a connection's retransmission timer stands for; there is one at a time.</summary>
internal enum RetransmitKind : byte
{
    None,

    /// <summary>The retransmission timeout (RFC 6298).</summary>
    Retransmit,

    /// <summary>A zero-window probe (RFC 9293 §3.8.6.1, MUST-36).</summary>
    ZeroWindowProbe,

    /// <summary>A tail loss probe (RFC 8985 §7).</summary>
    LossProbe,

    /// <summary>RACK's reordering timer (RFC 8985 §6.3).</summary>
    Reorder,
}
