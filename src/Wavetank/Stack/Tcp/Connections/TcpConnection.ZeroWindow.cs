using System.Net.Sockets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>Probing a window that is closed, or too small for what waits (RFC 9293, section 3.8.6.1).</summary>
internal sealed partial class TcpConnection
{
    private int _probes;
    private int _probeBackoff;
    private long _probingSince;

    private void ArmZeroWindowProbe()
    {
        if (_retransmitKind != RetransmitKind.None)
        {
            return;
        }

        // RFC 9293 §3.8.6.1, SHLD-29 and SHLD-30: the first probe after an RTO, then with growing gaps.
        long delay = Math.Min(Math.Max(_rto, 200 * TcpDefaults.Millisecond) << Math.Min(_probeBackoff, 16), RttEstimator.MaximumRto);
        if (_probingSince != 0)
        {
            delay = CutToUserTimeout(delay, _probingSince);
        }

        _retransmitKind = RetransmitKind.ZeroWindowProbe;
        _retransmitAt = _host.Now + delay;
    }

    /// <summary>
    /// RFC 9293 §3.8.6.1, MUST-36 and MUST-37: asks whether the window has opened, as long as the peer answers. What fits a window
    /// that is too small for a full segment is sent; otherwise an old byte's number, as Linux does, which makes the peer answer.
    /// </summary>
    private void ProbeZeroWindow()
    {
        if (_sent.Count > 0 || !HasUnsent)
        {
            _probingSince = 0;
            return;
        }

        // A peer that answers is kept for ever, but not beyond the user timeout (RFC 5482 §3, as Linux reads it).
        _probingSince = _probingSince == 0 ? _host.Now : _probingSince;
        int retries = Is(ConnectionFlags.Orphaned) ? TcpDefaults.OrphanRetries : Settings.DataRetries;
        if (_probes >= retries || UserTimeoutPassed(_probingSince))
        {
            Terminate(SocketError.TimedOut);
            return;
        }

        _probes++;
        _probeBackoff++;
        Statistics.ZeroWindowProbes++;
        int window = (int)(SndUna + SndWnd - SndNxt);
        int length = Math.Min((int)(WriteSeq - SndNxt), Math.Min(window, CurrentMss));
        if (length > 0)
        {
            // As Linux (tcp_send_probe0): with data out the timeout takes over, and probing begins anew behind it.
            _probes = 0;
            _probeBackoff = 0;
            _probingSince = 0;
            SendNew(length, fin: false);
            return;
        }

        // RFC 3168 §6.1.6: not ECN-capable.
        SendSegment(NewSegment(SndUna - 1, Packets.TcpFlags.Ack));
        ArmZeroWindowProbe();
    }

    /// <summary>
    /// RFC 9293 §3.8.6, MUST-35: the peer took its window back while data was out, whose retransmissions are the probes then. Not for an orphan, which
    /// nobody could end.
    /// </summary>
    private bool IsShutWithDataOut => SndWnd == 0 && IsConnected && !Is(ConnectionFlags.Orphaned);

    /// <summary>
    /// RFC 9293 §3.8.6, SHLD-17: such a peer is kept for as long as it answers. As Linux (tcp_rtx_probe0_timed_out): given up after twice the
    /// longest timeout without an answer, or when nothing was taken for the user timeout, answered or not.
    /// </summary>
    private bool HasProbedEnough()
    {
        const long Silence = 2 * RttEstimator.MaximumRto;
        return _retransmits > 0
            && (UserTimeoutPassed(_timeoutsStartedAt) || Math.Min(_host.Now - _timeoutsStartedAt, _host.Now - _lastAckAt) >= Silence);
    }

    private void WindowMayHaveOpened()
    {
        int window = (int)(SndUna + SndWnd - SndNxt);
        if (Math.Min((int)(WriteSeq - SndNxt), CurrentMss) <= window)
        {
            _probeBackoff = 0;
            _probingSince = 0;
            _retransmitKind = RetransmitKind.None;
            _retransmitAt = TcpDefaults.Never;
        }
        else
        {
            _retransmitKind = RetransmitKind.None;
            ArmZeroWindowProbe();
        }
    }
}
