namespace Wavetank.Stack.Tcp;

/// <summary>
/// Pacing: segments leave at a rate instead of in bursts, as Linux's TCP does it with its fq queue: a few at a time, and an end that
/// was late may catch up by half a gap. The first ten segments are not paced.
/// </summary>
internal sealed partial class TcpConnection
{
    // Linux: sk_pacing_shift, a burst is about a millisecond's worth; tcp_min_tso_segs, but at least two segments; at most 64 KiB.
    private const int BurstShift = 10;
    private const int LeastBurst = 2;
    private const int MostBytesOfABurst = 65_536;

    // Linux: bbr_min_tso_rate; BBR sends single segments below 1.2 Mbit/s.
    private const long LeastRateOfBursts = 150_000;

    private long _paceNextAt;

    // The burst that is being sent: when, what is left of it, and by how much its next one may come earlier.
    private long _burstAt;
    private int _burstLeft;
    private long _paceCredit;

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

    private bool IsPaced => Settings.Pacing || CongestionControl.PacingRate > 0;

    /// <summary>Whether the next segment must wait; if so, the timer will send it.</summary>
    private bool PacingHolds()
    {
        if (!IsPaced || _paceNextAt <= _host.Now || (_burstLeft > 0 && _burstAt == _host.Now))
        {
            return false;
        }

        _paceAt = _paceNextAt;
        return true;
    }

    /// <summary>A segment was sent: when the next may go.</summary>
    /// <param name="payload">Its payload, which is what the rate of the window is about.</param>
    /// <param name="headers">The bytes before it, which a congestion control's rate counts too.</param>
    private void NotePaced(int payload, int headers)
    {
        // Linux: tcp_update_skb_after_send leaves the first ten alone.
        long rate = IsPaced && _delivered + _sent.Count >= TcpDefaults.InitialWindow ? PacingRate : 0;
        if (rate == 0)
        {
            return;
        }

        long now = _host.Now;
        bool chosen = CongestionControl.PacingRate > 0;
        if (_burstLeft > 0 && _burstAt == now)
        {
            _burstLeft--;
        }
        else
        {
            int least = chosen && rate < LeastRateOfBursts ? 1 : LeastBurst;
            _burstLeft = (int)Math.Max(least, Math.Min(rate >> BurstShift, MostBytesOfABurst) / SendMss) - 1;
            _burstAt = now;
            _paceCredit = Math.Max(0, now - _paceNextAt);
        }

        long gap = (long)((Int128)(payload + (chosen ? headers : 0)) * TcpDefaults.Second / rate);
        long early = Math.Min(gap / 2, _paceCredit);
        _paceCredit -= early;
        _paceNextAt = Math.Max(_paceNextAt, now) + gap - early;
    }
}
