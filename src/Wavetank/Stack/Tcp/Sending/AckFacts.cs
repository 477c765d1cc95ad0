namespace Wavetank.Stack.Tcp.Sending;

/// <summary>Yes-or-no facts about an acknowledgment.</summary>
[Flags]
internal enum AckFacts : ushort
{
    None = 0,

    /// <summary>SND.UNA moved.</summary>
    Advanced = 1,

    /// <summary>The segment carried data or a FIN.</summary>
    CarriedData = 2,

    /// <summary>The peer's window changed.</summary>
    WindowChanged = 4,

    /// <summary>SACK blocks told of new segments.</summary>
    NewlySacked = 8,

    /// <summary>Something was acknowledged that was sent only once, before the recovery point.</summary>
    OriginalAcked = 16,

    /// <summary>Something retransmitted was acknowledged.</summary>
    RetransmissionAcked = 32,

    /// <summary>A DSACK block came (RFC 2883).</summary>
    DuplicateSack = 64,

    /// <summary>The peer echoed a congestion mark (RFC 3168).</summary>
    EcnEcho = 128,

    /// <summary>A DSACK block says that a tail loss probe was needless.</summary>
    ProbeDuplicated = 256,

    /// <summary>Something arrived that later segments had overtaken.</summary>
    Overtaken = 512,

    /// <summary>RACK waits for segments that may only be late.</summary>
    ReorderTimerArmed = 1024,
}
