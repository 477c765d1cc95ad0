namespace Wavetank.Stack.Tcp;

/// <summary>What the invariants last saw of a connection; made where they are checked.</summary>
internal sealed class TcpCheckedState
{
    public uint RcvNxt;
    public uint WindowEdge;
    public uint SndNxt;

    // The latest retransmission timeout: how many there were, when it was, how long the next was then to take, and what was acknowledged until then.
    public long Timeouts;
    public long TimeoutAt;
    public long Rto;
    public uint TimeoutSndUna;
    public long TimeoutDelivered;

    public WrittenBytes? Written;
    public WrittenBytes? Read;
}
