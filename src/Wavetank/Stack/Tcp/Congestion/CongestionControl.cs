using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// A congestion control (RFC 9293 §3.8.2, MAY-18): how the window grows, and what is left of it after a congestion. One object per connection. Detecting
/// losses, and getting over them, is TCP's own part. Windows are in segments.
/// </summary>
/// <remarks>
/// A new one is a file here, a row in <see cref="CongestionControlTable"/>, a conformance test and a reference page. Users derive from
/// <see cref="CustomCongestionControl"/> instead.
/// </remarks>
internal abstract class CongestionControl
{
    /// <summary>The name by which it is chosen.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it sets the window, and the pacing rate, itself on every acknowledgment, also in a recovery.</summary>
    public virtual bool ControlsWindow => false;

    /// <summary>Whether it asks for ECN and wants every mark told (DCTCP, RFC 8257).</summary>
    public virtual bool NeedsEcn => false;

    /// <summary>Bytes a second at which segments are to leave; 0 leaves it to TCP.</summary>
    public virtual long PacingRate => 0;

    /// <summary>The handshake is done; the first window is set.</summary>
    public virtual void OnEstablished(TcpConnection connection)
    {
    }

    /// <summary>New segments were delivered, and no recovery is under way: the window may grow.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="delivered">Segments newly delivered.</param>
    public abstract void OnAck(TcpConnection connection, int delivered);

    /// <summary>A congestion was found: what the slow-start threshold is to be. At least 2.</summary>
    public abstract int SlowStartThreshold(TcpConnection connection);

    /// <summary>A congestion turned out to be none: what the window is to be.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="priorWindow">The window before the reduction.</param>
    public virtual int UndoWindow(TcpConnection connection, int priorWindow) => Math.Max(connection.Cwnd, priorWindow);

    /// <summary>A round-trip time was measured, in nanoseconds.</summary>
    public virtual void OnRtt(TcpConnection connection, long rtt)
    {
    }

    /// <summary>Every acknowledgment, before the window moves.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="delivered">Segments newly delivered; may be zero.</param>
    /// <param name="echo">Whether it echoed a congestion mark.</param>
    public virtual void OnDelivered(TcpConnection connection, int delivered, bool echo)
    {
    }

    /// <summary>A retransmission timeout.</summary>
    public virtual void OnLoss(TcpConnection connection)
    {
    }

    /// <summary>The first segment after a time without any in flight is sent.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="idle">Nanoseconds since the last segment was sent.</param>
    public virtual void OnTransmitStart(TcpConnection connection, long idle)
    {
    }

    /// <summary>The window was set back after an idle time (RFC 5681 §4.1).</summary>
    public virtual void OnWindowRestart(TcpConnection connection)
    {
    }

    /// <summary>Every acknowledgment, for one that <see cref="ControlsWindow"/>.</summary>
    public virtual void OnSample(TcpConnection connection, in AckContext sample)
    {
    }

    /// <summary>Slow start (RFC 5681 §3.1): one segment for each delivered; unlike RFC 5681 §3.1, equation 2, for all that an acknowledgment delivers.</summary>
    /// <returns>What is left of the delivered ones above the threshold.</returns>
    internal static int SlowStart(TcpConnection connection, int delivered)
    {
        int window = Math.Min((int)Math.Min((long)connection.Cwnd + delivered, int.MaxValue), connection.Ssthresh);
        delivered -= window - connection.Cwnd;
        connection.Cwnd = window;
        return delivered;
    }

    /// <summary>Additive increase (RFC 5681 §3.1, equation 3): one segment for each <paramref name="segmentsPerStep"/> delivered.</summary>
    internal static void Increase(TcpConnection connection, int segmentsPerStep, int delivered)
    {
        if (connection.CwndCount >= segmentsPerStep)
        {
            connection.CwndCount = 0;
            connection.Cwnd++;
        }

        connection.CwndCount += delivered;
        if (connection.CwndCount >= segmentsPerStep)
        {
            int steps = connection.CwndCount / segmentsPerStep;
            connection.CwndCount -= steps * segmentsPerStep;
            connection.Cwnd += steps;
        }
    }
}
