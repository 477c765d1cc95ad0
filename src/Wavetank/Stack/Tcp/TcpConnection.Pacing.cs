namespace Wavetank.Stack.Tcp;

/// <summary>Pacing: segments leave at a rate instead of in bursts (Linux's internal pacing, as its fq queue does it).</summary>
internal sealed partial class TcpConnection
{
    private long _paceNextAt;

    /// <summary>Bytes a second; 0 without pacing.</summary>
    internal long PacingRate
    {
        get
        {
            if (CongestionControl.PacingRate is var chosen and > 0)
            {
                return chosen;
            }

            if (!Settings.Pacing || _rtt.Smoothed == 0)
            {
                return 0;
            }

            // As Linux: twice the window per round trip in slow start, 1.2 times later, so that pacing never holds the window back.
            long percent = Cwnd < Ssthresh / 2 ? 200 : 120;
            return Math.Max(1, (long)((Int128)Math.Max(Cwnd, _sent.Count) * SendMss * percent * TcpDefaults.Second / (100 * _rtt.Smoothed)));
        }
    }

    private bool IsPaced => Settings.Pacing || CongestionControl.ControlsWindow;

    /// <summary>Whether the next segment must wait; if so, the timer will send it.</summary>
    private bool PacingHolds()
    {
        if (!IsPaced || _paceNextAt <= _host.Now)
        {
            return false;
        }

        _paceAt = _paceNextAt;
        return true;
    }

    private void NotePaced(int bytes)
    {
        if (!IsPaced)
        {
            return;
        }

        long rate = PacingRate;
        if (rate > 0)
        {
            _paceNextAt = Math.Max(_paceNextAt, _host.Now) + (long)((Int128)bytes * TcpDefaults.Second / rate);
        }
    }
}
