using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// Data Center TCP (RFC 8257): the window goes down in proportion to the share of segments that were marked. It needs marks at
/// a low threshold in every queue on the way, and must not be mixed with other controls there.
/// </summary>
internal sealed class Dctcp : CongestionControl
{
    // RFC 8257 §3.3: alpha has ten fractional bits; g = 1/16 (§4.2).
    private const int One = 1024;
    private const int GainShift = 4;

    private int _alpha = One;
    private uint _windowEnd;
    private bool _started;
    private long _delivered;
    private long _marked;

    public override string Name => "dctcp";

    public override bool NeedsEcn => true;

    public override void OnAck(TcpConnection connection, int delivered)
    {
        if (!connection.IsCwndLimited)
        {
            return;
        }

        if (connection.Cwnd < connection.Ssthresh)
        {
            delivered = SlowStart(connection, delivered);
        }

        if (delivered > 0)
        {
            Increase(connection, connection.Cwnd, delivered);
        }
    }

    /// <summary>RFC 8257 §3.3: cwnd (1 - alpha / 2); the same after a loss would be too little: half (§3.5).</summary>
    public override int SlowStartThreshold(TcpConnection connection) =>
        connection.Recovery == RecoveryState.Loss || connection.LostOut > 0
            ? Math.Max(connection.Cwnd / 2, 2)
            : Math.Max(connection.Cwnd - (int)(((long)connection.Cwnd * _alpha) >> 11), 2);

    public override void OnDelivered(TcpConnection connection, int delivered, bool echo)
    {
        _delivered += delivered;
        _marked += echo ? delivered : 0;
        if (_started && !SequenceNumber.After(connection.SndUna, _windowEnd))
        {
            return;
        }

        if (_started && _delivered > 0)
        {
            // alpha <- (1 - g) alpha + g F.
            int fraction = (int)(_marked * One / _delivered);
            _alpha = Math.Clamp(_alpha - Math.Max(_alpha >> GainShift, _alpha > 0 && fraction == 0 ? 1 : 0) + (fraction >> GainShift), 0, One);
        }

        _started = true;
        _windowEnd = connection.SndNxt;
        _delivered = 0;
        _marked = 0;
    }
}
