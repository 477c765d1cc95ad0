using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

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

    private Pacer? _pacer;

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
        if (!IsPaced || _pacer is not { } pacer || pacer.NextAt <= _host.Now || (pacer.BurstLeft > 0 && pacer.BurstAt == _host.Now))
        {
            return false;
        }

        _paceAt = pacer.NextAt;
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

        Pacer pacer = _pacer ??= new Pacer();
        long now = _host.Now;
        bool chosen = CongestionControl.PacingRate > 0;
        if (pacer.BurstLeft > 0 && pacer.BurstAt == now)
        {
            pacer.BurstLeft--;
        }
        else
        {
            int least = chosen && rate < LeastRateOfBursts ? 1 : LeastBurst;
            pacer.BurstLeft = (int)Math.Max(least, Math.Min(rate >> BurstShift, MostBytesOfABurst) / SendMss) - 1;
            pacer.BurstAt = now;
            pacer.Credit = Math.Max(0, now - pacer.NextAt);
        }

        long gap = (long)((Int128)(payload + (chosen ? headers : 0)) * TcpDefaults.Second / rate);
        long early = Math.Min(gap / 2, pacer.Credit);
        pacer.Credit -= early;
        pacer.NextAt = Math.Max(pacer.NextAt, now) + gap - early;
    }
}
