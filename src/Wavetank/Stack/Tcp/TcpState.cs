namespace Wavetank.Stack.Tcp;

/// <summary>The states of a TCP connection (RFC 9293 §3.3.2). LISTEN is not among them: a listener is no connection here.</summary>
public enum TcpState : byte
{
    /// <summary>No connection.</summary>
    Closed,

    /// <summary>A SYN was sent; its answer is awaited.</summary>
    SynSent,

    /// <summary>A SYN was received and answered; the acknowledgment of the answer is awaited.</summary>
    SynReceived,

    /// <summary>Data flows both ways.</summary>
    Established,

    /// <summary>A FIN was sent and is not yet acknowledged.</summary>
    FinWait1,

    /// <summary>The FIN is acknowledged; the peer may still send.</summary>
    FinWait2,

    /// <summary>The peer's FIN has come; this end may still send.</summary>
    CloseWait,

    /// <summary>Both ends sent a FIN at the same time; the acknowledgment of ours is awaited.</summary>
    Closing,

    /// <summary>Both ends sent a FIN, the peer first; the acknowledgment of ours is awaited.</summary>
    LastAck,

    /// <summary>All is done; old segments are waited out.</summary>
    TimeWait,
}
