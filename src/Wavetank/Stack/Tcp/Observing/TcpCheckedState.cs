namespace Wavetank.Stack.Tcp.Observing;

/// <summary>What the invariants last saw of a connection; made where they are checked.</summary>
internal sealed class TcpCheckedState
{
    /// <summary>Two: DCTCP acknowledges what came before a mark, and then what bears it (RFC 8257 §3.2).</summary>
    public const int MostOwed = 2;

    public uint RcvNxt;
    public uint WindowEdge;
    public uint SndNxt;

    // The latest retransmission timeout: how many there were, when it was, how long the next was then to take, and what was acknowledged until then.
    public long Timeouts;
    public long TimeoutAt;
    public long Rto;
    public uint TimeoutSndUna;
    public long TimeoutDelivered;

    // Acknowledgments that a connection at rest may send: segments that came, bytes that the user took.
    public int AnswersOwed = MostOwed;
    public long SegmentsReceived;
    public uint TakenThrough;

    public WrittenBytes? Written;
    public WrittenBytes? Read;
}
