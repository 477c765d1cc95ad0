namespace Wavetank.Stack.Tcp;

/// <summary>The names that RFC 9293 gives the states.</summary>
public static class TcpStateNames
{
    /// <summary>Such as <c>FIN-WAIT-1</c>.</summary>
    public static string ToRfcName(this TcpState state) => state switch
    {
        TcpState.SynSent => "SYN-SENT",
        TcpState.SynReceived => "SYN-RECEIVED",
        TcpState.Established => "ESTABLISHED",
        TcpState.FinWait1 => "FIN-WAIT-1",
        TcpState.FinWait2 => "FIN-WAIT-2",
        TcpState.CloseWait => "CLOSE-WAIT",
        TcpState.Closing => "CLOSING",
        TcpState.LastAck => "LAST-ACK",
        TcpState.TimeWait => "TIME-WAIT",
        _ => "CLOSED",
    };
}
