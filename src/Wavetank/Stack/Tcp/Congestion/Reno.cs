using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>The standard congestion control (RFC 5681 §3.1; RFC 9293 §3.8.2, MUST-19): slow start, one segment a round trip, half after a congestion.</summary>
internal sealed class Reno : CongestionControl
{
    public override string Name => "reno";

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

    // Unlike RFC 5681 §3.1, equation 4, and as Linux: half of the window instead of the flight size.
    public override int SlowStartThreshold(TcpConnection connection) => Math.Max(connection.Cwnd >> 1, 2);
}
