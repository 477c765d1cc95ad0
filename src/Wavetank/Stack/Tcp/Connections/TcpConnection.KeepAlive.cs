using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>Keep-alive (RFC 9293 §3.8.4, MAY-5): asks a silent peer whether it is still there. Waiting for it keeps no run going.</summary>
internal sealed partial class TcpConnection
{
    // Answered probes of a window that stays shut, until waiting for it keeps no run going.
    private const int ProbesUntilBackground = 10;

    private int _keepAliveProbes;

    /// <summary>The user changed the keep-alive settings.</summary>
    public void KeepAliveChanged()
    {
        _keepAliveProbes = 0;
        StartKeepAlive();
        UpdateTimers();
    }

    /// <summary>When something was last heard from the peer, or received data last acknowledged by it.</summary>
    private long LastHeardAt => Math.Max(_lastReceivedAt, _lastAckAt);

    /// <summary>The peer has answered so often that its window is shut that it may stay so: two programs that both only send wait for ever.</summary>
    private bool ProbesInBackground =>
        _retransmitKind == RetransmitKind.ZeroWindowProbe && _probes == 0 && _probeBackoff >= ProbesUntilBackground;

    private void StartKeepAlive()
    {
        if (State is TcpState.Closed or TcpState.TimeWait or TcpState.SynSent || (State == TcpState.FinWait2 && Is(ConnectionFlags.Orphaned)))
        {
            return;
        }

        _idleAt = Settings.KeepAlive ? _host.Now + ToNanoseconds(Settings.KeepAliveTime) : TcpDefaults.Never;
    }

    private void KeepAliveTimerFired()
    {
        if (!Settings.KeepAlive || !IsConnected)
        {
            return;
        }

        // RFC 9293 §3.8.4, MUST-26: only on a connection that is idle.
        long due = LastHeardAt + ToNanoseconds(Settings.KeepAliveTime);
        if (_sent.Count > 0 || HasUnsent)
        {
            _idleAt = _host.Now + ToNanoseconds(Settings.KeepAliveTime);
        }
        else if (due > _host.Now && _keepAliveProbes == 0)
        {
            _idleAt = due;
        }
        else
        {
            ProbeIdlePeer();
        }
    }

    private void ProbeIdlePeer()
    {
        long userTimeout = ToNanoseconds(Settings.UserTimeout);
        bool enough = userTimeout > 0
            ? _keepAliveProbes > 0 && _host.Now - LastHeardAt >= userTimeout
            : _keepAliveProbes >= Settings.KeepAliveRetryCount;
        if (enough)
        {
            SendReset(SndNxt);
            Terminate(SocketError.TimedOut);
            return;
        }

        // RFC 9293 §3.8.4: a number that the peer has acknowledged already makes it answer; SHLD-12: without data.
        SendSegment(NewSegment(SndNxt - 1, TcpFlags.Ack));
        _keepAliveProbes++;
        _idleAt = _host.Now + ToNanoseconds(Settings.KeepAliveInterval);
    }

    private static long ToNanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}
