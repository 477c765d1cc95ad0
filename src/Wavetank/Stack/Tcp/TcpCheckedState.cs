namespace Wavetank.Stack.Tcp;

/// <summary>What the invariants last saw of a connection; made where they are checked.</summary>
internal sealed class TcpCheckedState
{
    public uint RcvNxt;
    public uint WindowEdge;
    public uint SndNxt;

    // The latest retransmission timeout: how many there were, when it was, the gap before it, and what was unacknowledged.
    public long Timeouts;
    public long TimeoutAt;
    public long TimeoutGap;
    public uint TimeoutSndUna;

    public WrittenBytes? Written;
    public WrittenBytes? Read;
}
