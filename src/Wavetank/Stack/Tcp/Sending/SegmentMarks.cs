namespace Wavetank.Stack.Tcp.Sending;

/// <summary>What the sender believes of a segment that is not yet acknowledged.</summary>
[Flags]
internal enum SegmentMarks : byte
{
    None = 0,

    /// <summary>The peer has it, by a SACK block.</summary>
    Sacked = 1,

    /// <summary>Held to be lost.</summary>
    Lost = 2,

    /// <summary>Sent again, and that copy is held to be in flight.</summary>
    Retransmitted = 4,

    /// <summary>Sent again at some time (Karn's rule, RFC 6298 §3).</summary>
    EverRetransmitted = 8,

    /// <summary>Sent when the application had given too little to fill the window.</summary>
    ApplicationLimited = 16,
}
