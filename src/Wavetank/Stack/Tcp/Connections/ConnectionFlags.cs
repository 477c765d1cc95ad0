namespace Wavetank.Stack.Tcp.Connections;

/// <summary>A connection's yes-or-no facts.</summary>
[Flags]
internal enum ConnectionFlags : uint
{
    None = 0,

    /// <summary>The user will send no more: a FIN is due behind the last byte.</summary>
    FinQueued = 1 << 0,

    /// <summary>The FIN was sent.</summary>
    FinSent = 1 << 1,

    /// <summary>A FIN came, perhaps ahead of bytes that are missing.</summary>
    FinSeen = 1 << 2,

    /// <summary>The peer's FIN was reached in order.</summary>
    FinReceived = 1 << 3,

    /// <summary>The user reads no more.</summary>
    ReceiveShut = 1 << 4,

    /// <summary>The user closed: nobody holds this connection any more.</summary>
    Orphaned = 1 << 5,

    /// <summary>Opened by the peer.</summary>
    Passive = 1 << 6,

    /// <summary>A write found too little room: the user is told when there is some.</summary>
    WriterWaits = 1 << 7,

    // What to tell the user once the segment or the timer is dealt with.
    TellConnected = 1 << 8,
    TellReadable = 1 << 9,
    TellWritable = 1 << 10,
    TellFailed = 1 << 11,
    TellAny = TellConnected | TellReadable | TellWritable | TellFailed,

    // Acknowledgments.
    AckScheduled = 1 << 12,
    AckNow = 1 << 13,
    AckPushed = 1 << 14,
    AckPushedTwice = 1 << 15,

    /// <summary>Data goes back and forth: an answer is likely to carry the acknowledgment.</summary>
    Interactive = 1 << 16,

    /// <summary>The window kept data from being sent.</summary>
    CwndLimited = 1 << 17,

    /// <summary>Removed from its layer.</summary>
    Gone = 1 << 18,

    // ECN (RFC 3168).
    EcnNegotiated = 1 << 19,
    EcnEchoDue = 1 << 20,
    EcnCwrDue = 1 << 21,
    EcnRequested = 1 << 22,

    /// <summary>Closed in SYN-RECEIVED: the FIN may be out, and our SYN is not acknowledged yet.</summary>
    ClosedHalfOpen = 1 << 23,
}
