namespace Wavetank.Stack.Tcp.Connections;

/// <summary>What the congestion window is worth when it was not used: after an idle time (RFC 5681 §4.1), and while the application is the limit (RFC 7661).</summary>
internal sealed partial class TcpConnection
{
    private uint _cwndUsageSequence;
    private int _maxSegmentsOut;

    /// <summary>RFC 5681 §4.1: after an idle time of an RTO the window says little. Unlike RFC 5681 §4.1, RW, halved per RTO, down to the initial one.</summary>
    private void RestartAfterIdle()
    {
        long idle = _host.Now - _lastSentAt;
        if (!Settings.SlowStartAfterIdle || _sent.Count > 0 || _lastSentAt == 0 || idle <= _rto || CongestionControl.ControlsWindow)
        {
            return;
        }

        int floor = Math.Min(TcpDefaults.InitialWindow, Cwnd);
        Ssthresh = CurrentSsthresh();
        for (; idle > _rto && Cwnd > floor; idle -= _rto)
        {
            Cwnd >>= 1;
        }

        Cwnd = Math.Max(Cwnd, floor);
        _cwndUsageSequence = SndNxt;
        _maxSegmentsOut = 0;
        Reset(ConnectionFlags.CwndLimited);
        CongestionControl.OnWindowRestart(this);
    }

    /// <summary>RFC 7661 in Linux's form: notes, once a window, whether the window or the application was the limit.</summary>
    private void ValidateWindow(bool limited)
    {
        if (SequenceNumber.AtOrAfter(SndUna, _cwndUsageSequence) || limited || _sent.Count > _maxSegmentsOut)
        {
            _flags = limited ? _flags | ConnectionFlags.CwndLimited : _flags & ~ConnectionFlags.CwndLimited;
            _maxSegmentsOut = _sent.Count;
            _cwndUsageSequence = SndNxt;
        }
    }

    /// <summary>Whether the window may grow: not while it is not used (RFC 9438 §5.8). In slow start half of it is enough.</summary>
    internal bool IsCwndLimited => Is(ConnectionFlags.CwndLimited) || (Cwnd < Ssthresh && Cwnd < 2 * _maxSegmentsOut);

    private int CurrentSsthresh() => InWindowReduction ? Ssthresh : Math.Max(Ssthresh, (Cwnd >> 1) + (Cwnd >> 2));
}
