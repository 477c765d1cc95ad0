namespace Wavetank.Stack.Tcp.Sending;

/// <summary>What the sender thinks of the path (the states of Linux's congestion state machine).</summary>
internal enum RecoveryState : byte
{
    /// <summary>All is well.</summary>
    Open,

    /// <summary>Duplicate acknowledgments or SACK blocks came, too few to tell a loss.</summary>
    Disorder,

    /// <summary>The window is being reduced for an ECN mark or a local congestion.</summary>
    WindowReduced,

    /// <summary>Fast recovery (RFC 5681 §3.2, RFC 6582, RFC 6675).</summary>
    Recovery,

    /// <summary>After a retransmission timeout.</summary>
    Loss,
}
