namespace Wavetank.Stack.Tcp;

/// <summary>What a connection makes of losses, in the words and numbers of Linux (<c>tcpi_ca_state</c>).</summary>
public enum TcpCongestionState
{
    /// <summary>All is well.</summary>
    Open = 0,

    /// <summary>Duplicate acknowledgments or SACK blocks came, too few to tell a loss.</summary>
    Disorder = 1,

    /// <summary>The window is being reduced for a congestion mark (RFC 3168), without a loss.</summary>
    Cwr = 2,

    /// <summary>Fast recovery (RFC 5681 §3.2, RFC 6675).</summary>
    Recovery = 3,

    /// <summary>After a retransmission timeout.</summary>
    Loss = 4,
}
